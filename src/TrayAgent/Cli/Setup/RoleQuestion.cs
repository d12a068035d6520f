using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Cli.Setup;

/// <summary>Which of the roles that the person has in an account.</summary>
internal static class RoleQuestion
{
    public static async Task<string> AskAsync(
        Questions questions, string? given, AssignedAccount account, IReadOnlyList<string> roles)
    {
        if (roles.Count == 0)
        {
            throw SetupEndException.Failed(
                $"No role is assigned to you in account {Assignments.Line(account)}. Ask your administrator, or choose another account.");
        }

        if (given is not null)
        {
            var (found, problem) = Assignments.Role(given, account, roles);
            return found ?? throw SetupEndException.Usage($"'--role': {problem}");
        }

        if (!questions.HasTerminal && roles.Count > 1)
        {
            throw SetupEndException.Usage($"'--role' is needed: there is no terminal to ask on. {Assignments.Choices(roles)}");
        }

        var chosen = roles[await questions.PickAsync("--role", "Role", [.. roles])];
        if (roles.Count == 1)
        {
            questions.Say($"Role: '{chosen}', the only one that is assigned to you there.");
        }

        return chosen;
    }
}

using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli.Setup;

/// <summary>Which of the accounts that AWS assigns to the person.</summary>
internal static class AccountQuestion
{
    public static async Task<AssignedAccount> AskAsync(Questions questions, string? given, IReadOnlyList<AssignedAccount> accounts)
    {
        if (accounts.Count == 0)
        {
            throw SetupEndException.Failed(
                "You are signed in, but no account is assigned to you. Ask your administrator for an account and a role.");
        }

        if (given is not null)
        {
            var (found, problem) = Assignments.Account(given, accounts);
            return found ?? throw SetupEndException.Usage($"'--account': {problem}");
        }

        if (!questions.HasTerminal && accounts.Count > 1)
        {
            throw SetupEndException.Usage($"'--account' is needed: there is no terminal to ask on. {Assignments.Choices(accounts)}");
        }

        var width = accounts.Max(account => Columns.Of(Visible.Of(account.Name)));
        var chosen = accounts[await questions.PickAsync(
            "--account",
            "Account",
            [.. accounts.Select(account => $"{Columns.Padded(account.Name, width)}  {account.Id}  {account.Email}".Trim())])];
        if (accounts.Count == 1)
        {
            questions.Say($"Account: {Assignments.Line(chosen)}, the only one that is assigned to you.");
        }

        return chosen;
    }
}

using System.Text.RegularExpressions;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>Finds what a person named among the accounts or roles that AWS assigns to them.</summary>
public static partial class Assignments
{
    private const int MostShown = 10;

    /// <summary>By its number, or by its name where only one has it; else null with a sentence that says what there is.</summary>
    public static (AssignedAccount? Account, string? Problem) Account(string named, IReadOnlyList<AssignedAccount> accounts) =>
        accounts.Where(account => account.Id == named).ToList() is [var numbered] ? (numbered, null)
        : accounts.Where(account => account.Name.Equals(named, StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [var one] => (one, null),
            [] => (null, $"No account '{Visible.Of(named, 80)}' is assigned to you.{Nearest(named, accounts.Select(account => account.Name))} "
                + Choices(accounts)),
            var several => (null, $"Several accounts are called '{Visible.Of(named, 80)}'. Give the number: {Choices(several)}"),
        };

    public static (string? Role, string? Problem) Role(string named, AssignedAccount account, IReadOnlyList<string> roles) =>
        roles.Contains(named)
            ? (named, null)
            : (null, $"No role '{Visible.Of(named, 80)}' is assigned to you in account {Short(account)}.{Nearest(named, roles)} "
                + Choices(roles));

    /// <summary>A sentence that lists them.</summary>
    public static string Choices(IEnumerable<AssignedAccount> accounts) => There("account", accounts.Select(Line));

    /// <inheritdoc cref="Choices(IEnumerable{AssignedAccount})"/>
    public static string Choices(IEnumerable<string> roles) => There("role", roles.Select(role => $"'{Visible.Of(role, 80)}'"));

    /// <summary>"'111122223333' (Sandbox)".</summary>
    public static string Line(AssignedAccount account) =>
        account.Name.Length == 0 ? Short(account) : $"{Short(account)} ({Visible.Of(account.Name, 60)})";

    /// <summary>What would not be fit for a config file; AWS has none such.</summary>
    public static bool IsAccount(string? id) => id is not null && AccountForm().IsMatch(id);

    /// <inheritdoc cref="IsAccount"/>
    public static bool IsRole(string? name) => name is not null && RoleForm().IsMatch(name);

    private static string Short(AssignedAccount account) => $"'{account.Id}'";

    private static string Nearest(string named, IEnumerable<string> names) =>
        Visible.Of(NearestName.Question(named, names), 120);

    private static string There(string what, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count switch
        {
            0 => $"There is no {what}.",
            1 => $"The only {what} is {all[0]}.",
            <= MostShown => $"The {what}s are {string.Join(", ", all)}.",
            _ => $"The first of {all.Count} {what}s are {string.Join(", ", all.Take(MostShown))}.",
        };
    }

    [GeneratedRegex(@"\A[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AccountForm();

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RoleForm();
}

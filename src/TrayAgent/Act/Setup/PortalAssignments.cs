using TrayAgent.Act.Aws;
using TrayAgent.Act.Roles;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Setup;

/// <summary>The accounts and roles that AWS assigns to the person: all pages of them, patiently when it throttles.</summary>
/// <param name="portal">In the person's name.</param>
/// <param name="time">The clock.</param>
/// <param name="counted">Told after each page how many there are so far.</param>
internal sealed class PortalAssignments(Portal portal, TimeProvider time, Action<int> counted)
{
    /// <summary>20,000 accounts: a service that never comes to an end does not fill the memory.</summary>
    private const int MostPages = 200;

    /// <summary>By name, then by number.</summary>
    public Task<ServiceAnswer<List<AssignedAccount>>> AccountsAsync(CancellationToken stop) => AllAsync(
        next => portal.ListAccountsAsync(next, stop),
        page => (page.AccountList ?? [])
            .Where(account => Assignments.IsAccount(account.AccountId))
            .Select(account => new AssignedAccount(account.AccountId, account.AccountName ?? "", account.EmailAddress ?? "")),
        page => page.NextToken,
        account => (account.Name.ToUpperInvariant(), account.Id),
        stop);

    /// <summary>By name.</summary>
    public Task<ServiceAnswer<List<string>>> RolesAsync(string account, CancellationToken stop) => AllAsync(
        next => portal.ListAccountRolesAsync(account, next, stop),
        page => (page.RoleList ?? []).Select(role => role.RoleName).Where(Assignments.IsRole),
        page => page.NextToken,
        role => (role.ToUpperInvariant(), role),
        stop);

    private async Task<ServiceAnswer<List<TItem>>> AllAsync<TPage, TItem>(
        Func<string?, Task<ServiceAnswer<TPage>>> ask,
        Func<TPage, IEnumerable<TItem>> items,
        Func<TPage, string?> nextOf,
        Func<TItem, (string, string)> order,
        CancellationToken stop)
        where TPage : class
    {
        var all = new List<TItem>();
        string? next = null;
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await Patience.AskAsync(() => ask(next), time, stop);
            if (answer.Value is not { } value)
            {
                return new ServiceAnswer<List<TItem>>(null, answer.Fault);
            }

            all.AddRange(items(value));
            counted(all.Count);
            next = nextOf(value);
            if (string.IsNullOrEmpty(next))
            {
                break;
            }
        }

        return new ServiceAnswer<List<TItem>>(
            [.. all.Distinct().OrderBy(item => order(item).Item1, StringComparer.Ordinal).ThenBy(item => order(item).Item2, StringComparer.Ordinal)],
            ServiceFault.None);
    }
}

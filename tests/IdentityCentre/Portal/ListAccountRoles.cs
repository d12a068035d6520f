using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Portal;

/// <summary><c>GET /assignment/roles</c></summary>
internal static class ListAccountRoles
{
    public static Reply Answer(CentreRequest request, CentreState state)
    {
        if (BearerToken.SessionOf(request, state) is null)
        {
            return PortalError.Unauthorized();
        }

        var accountId = request.Query("account_id");
        return state.Options.Accounts.FirstOrDefault(it => it.AccountId == accountId) is { } account
            ? OnePage.Of("roleList", account.Roles.Select(role => Json(role, account)), request)
            : PortalError.NotFound("Account not found");
    }

    private static JsonObject Json(string role, Account account) => new()
    {
        ["roleName"] = role,
        ["accountId"] = account.AccountId,
    };
}

using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Portal;

/// <summary><c>GET /assignment/accounts</c></summary>
internal static class ListAccounts
{
    public static Reply Answer(CentreRequest request, CentreState state) =>
        BearerToken.SessionOf(request, state) is null
            ? PortalError.Unauthorized()
            : OnePage.Of("accountList", state.Options.Accounts.Select(Json), request);

    private static JsonObject Json(Account account) => new()
    {
        ["accountId"] = account.AccountId,
        ["accountName"] = account.Name,
        ["emailAddress"] = $"aws-{account.AccountId}@example.com",
    };
}

using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Portal;

/// <summary><c>GET /federation/credentials</c></summary>
internal static class GetRoleCredentials
{
    public static Reply Answer(CentreRequest request, CentreState state)
    {
        if (BearerToken.SessionOf(request, state) is not { } session)
        {
            return PortalError.Unauthorized();
        }

        if (request.Query("account_id") is not { } accountId || request.Query("role_name") is not { } role)
        {
            return PortalError.InvalidRequest("account_id and role_name are required");
        }

        if (state.Options.Accounts.FirstOrDefault(it => it.AccountId == accountId) is not { } account)
        {
            return PortalError.NotFound("Account not found");
        }

        return account.Roles.Contains(role) ? Issue(account, role, session, state) : PortalError.Forbidden();
    }

    private static Reply Issue(Account account, string role, PortalSession session, CentreState state)
    {
        var iamRole = $"AWSReservedSSO_{role}_{Minted.StableId(role)[..16].ToLowerInvariant()}";
        var credentials = Credentials.Issue(
            account.AccountId, iamRole, session.UserName, state.Options.RoleCredentialsLife, state);
        return Reply.Json(new JsonObject
        {
            ["roleCredentials"] = new JsonObject
            {
                ["accessKeyId"] = credentials.AccessKeyId,
                ["secretAccessKey"] = credentials.SecretAccessKey,
                ["sessionToken"] = credentials.SessionToken,
                ["expiration"] = credentials.Expiration.ToUnixTimeMilliseconds(),
            },
        });
    }
}

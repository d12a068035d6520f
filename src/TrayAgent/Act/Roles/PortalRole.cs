using Amazon.SSO.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Roles;

/// <summary>The role that an SSO profile names, from the portal.</summary>
internal sealed class PortalRole(Endpoints endpoints, SsoSession session, Profile profile, TimeProvider time)
{
    public async Task<RoleAnswer> GetAsync(TokenSecret token, CancellationToken stop)
    {
        // Where the token was given is where it is accepted, whatever the config says by now.
        var region = token.Region ?? session.Region;
        if (Endpoints.ObstacleOf(region, session.Name) is { } obstacle)
        {
            return NotGiven($"{obstacle} It stands in '{session.File}', line {session.Line}.");
        }

        using var portal = new Portal(endpoints, region!, token);
        var answer = await Patience.AskAsync(
            () => portal.GetRoleCredentialsAsync(profile.AccountId!, profile.RoleName!, stop), time, stop);
        return answer.Value?.RoleCredentials is
        { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0, SessionToken.Length: > 0, Expiration: > 0 } keys
            ? new RoleAnswer.Given(Keys(keys))
            : Fault(answer.Fault);
    }

    private RoleKeys Keys(RoleCredentials keys) => new(
        keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken, DateTimeOffset.FromUnixTimeMilliseconds(keys.Expiration!.Value))
    {
        AccountId = profile.AccountId,
    };

    private RoleAnswer Fault(ServiceFault fault) => fault switch
    {
        ServiceFault.Refused => new RoleAnswer.TokenRefused(),
        ServiceFault.Forbidden or ServiceFault.NotFound => new RoleAnswer.NotGiven(
            $"Role '{profile.RoleName}' in account '{profile.AccountId}' (profile '{profile.Name}') is not assigned to you. "
            + $"Check both in '{profile.File}', line {profile.Line}, or ask your administrator.",
            RoleRefusal.NotPermitted),
        ServiceFault.Unreachable => NotGiven(
            $"Credentials for profile '{profile.Name}' could not be obtained, because AWS could not be reached. Check the network."),
        _ => NotGiven($"Credentials for profile '{profile.Name}' could not be obtained: {Reason(fault)}. Try again later."),
    };

    private static string Reason(ServiceFault fault) =>
        ServiceAnswer.Reason(fault == ServiceFault.None ? ServiceFault.Unexpected : fault);

    private static RoleAnswer.NotGiven NotGiven(string text) => new(text);
}

using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using Amazon.SSO.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Sessions;

/// <summary>Asks AWS itself whether a fresh token is worth something, and whose it is.</summary>
internal sealed class SignInProof(Endpoints endpoints)
{
    private const int AccountsCounted = 100;
    private const int LongestArn = 300;

    /// <summary>A sentence that begins with "Signed in", and the fault of the first step that failed.</summary>
    public async Task<(string Text, ServiceFault Fault)> ProveAsync(
        SignInRequest request, TokenSecret token, CancellationToken cancellationToken)
    {
        var name = request.Session.Name;
        var region = token.Region ?? request.Session.Region;
        if (Endpoints.ObstacleOf(region, name) is { } obstacle)
        {
            return ($"Signed in to '{name}', but it could not be checked: {obstacle}", ServiceFault.None);
        }

        using var portal = new Portal(endpoints, region!, token);
        return request.ProofProfile is { } profile
            ? await ProveRoleAsync(name, profile, portal, region!, cancellationToken)
            : await ProveAccountsAsync(name, portal, cancellationToken);
    }

    private static async Task<(string Text, ServiceFault Fault)> ProveAccountsAsync(
        string name, Portal portal, CancellationToken cancellationToken)
    {
        var answer = await portal.ListAccountsAsync(AccountsCounted, cancellationToken);
        return answer.Value?.AccountList is { } accounts
            ? ($"Signed in to '{name}'; {Count(accounts.Count, answer.Value.NextToken)}.", ServiceFault.None)
            : ($"Signed in to '{name}', but its accounts could not be listed: {ServiceAnswer.Reason(answer.Fault)}.", answer.Fault);
    }

    private async Task<(string Text, ServiceFault Fault)> ProveRoleAsync(
        string name, Profile profile, Portal portal, string region, CancellationToken cancellationToken)
    {
        var answer = await portal.GetRoleCredentialsAsync(profile.AccountId!, profile.RoleName!, cancellationToken);
        if (answer.Value?.RoleCredentials is not { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 } keys)
        {
            return (NoRole(name, profile, answer.Fault), answer.Fault);
        }

        return await ProveIdentityAsync(name, profile, keys, region, cancellationToken);
    }

    private async Task<(string Text, ServiceFault Fault)> ProveIdentityAsync(
        string name, Profile profile, RoleCredentials keys, string region, CancellationToken cancellationToken)
    {
        var credentials = new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
        using var sts = endpoints.Sts(region, credentials);
        var answer = await ServiceAnswer.AskAsync(
            cancel => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel), cancellationToken);
        return answer.Value switch
        {
            null => (
                $"Signed in to '{name}' and got credentials for profile '{profile.Name}', but their identity could not be asked: "
                + $"{StsReason(answer.Fault)}.",
                ServiceFault.None),
            var identity when identity.Account != profile.AccountId => (
                $"Signed in to '{name}' as {Arn(identity)}, but profile '{profile.Name}' "
                + $"names account '{profile.AccountId}'. Check 'sso_account_id' in '{profile.File}', line {profile.Line}.",
                ServiceFault.None),
            var identity => ($"Signed in to '{name}' as {Arn(identity)}.", ServiceFault.None),
        };
    }

    /// <summary>A name, which may be long: what takes long runs of letters for secrets would hide whose it is.</summary>
    private static string Arn(GetCallerIdentityResponse identity) => Visible.Of(identity.Arn ?? "an unknown identity", LongestArn);

    /// <summary>401 and 403 are about the role's keys here, not about the session's token.</summary>
    private static string StsReason(ServiceFault fault) => fault switch
    {
        ServiceFault.Refused or ServiceFault.Forbidden => "AWS STS did not accept them",
        _ => ServiceAnswer.Reason(fault),
    };

    private static string NoRole(string name, Profile profile, ServiceFault fault) => fault switch
    {
        ServiceFault.NotFound or ServiceFault.Forbidden =>
            $"Signed in to '{name}', but role '{profile.RoleName}' in account '{profile.AccountId}' (profile '{profile.Name}') is not "
            + $"assigned to you. Check both in '{profile.File}', line {profile.Line}, or ask your administrator.",
        ServiceFault.Refused => $"Signed in to '{name}', but AWS did not accept the new token (401). Sign in again.",
        _ => $"Signed in to '{name}', but credentials for profile '{profile.Name}' could not be obtained: {ServiceAnswer.Reason(fault)}.",
    };

    private static string Count(int accounts, string? next) => (accounts, next) switch
    {
        (0, _) => "no account is assigned to you",
        (1, null or "") => "it gives access to one account",
        (_, null or "") => $"it gives access to {accounts} accounts",
        _ => $"it gives access to more than {accounts} accounts",
    };
}

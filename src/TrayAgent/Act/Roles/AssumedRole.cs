using System.Globalization;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Roles;

/// <summary>One link of a role chain: the role of a profile, assumed with the credentials of the link before it.</summary>
/// <param name="region">Where STS is asked.</param>
internal sealed class AssumedRole(Endpoints endpoints, Profile profile, string region, TimeProvider time)
{
    private const int AccountInArn = 4;

    /// <summary>Why it can never be assumed here, known without asking anybody; null when it can be tried.</summary>
    public static string? ObstacleOf(Profile profile) =>
        !string.IsNullOrEmpty(profile.MfaSerial)
            ? $"Profile '{profile.Name}' asks for a code of an MFA device ('mfa_serial' in '{profile.File}', section in line {profile.Line}), "
                + "which nobody can type here. Use the AWS CLI for this profile, or a role without that condition."
        : string.IsNullOrEmpty(profile.RoleArn)
            ? $"Profile '{profile.Name}' has no 'role_arn'. Add it in '{profile.File}', line {profile.Line}."
        : profile.DurationSeconds is { } seconds && Duration(seconds) is null
            ? $"'duration_seconds' of profile '{profile.Name}' is no number. Correct it in '{profile.File}', section in line {profile.Line}."
        : null;

    public async Task<RoleAnswer> AssumeAsync(RoleKeys source, CancellationToken stop)
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = profile.RoleArn,
            RoleSessionName = profile.RoleSessionName is { Length: > 0 } name
                ? name
                : string.Create(CultureInfo.InvariantCulture, $"trayagent-{time.GetUtcNow().ToUnixTimeSeconds()}"),
            ExternalId = profile.ExternalId,
            DurationSeconds = profile.DurationSeconds is { } seconds ? Duration(seconds) : null,
        };
        using var sts = endpoints.Sts(
            region, new SessionAWSCredentials(source.AccessKeyId, source.SecretAccessKey, source.SessionToken));
        var answer = await Patience.AskAsync(
            () => ServiceAnswer.AskAsync(cancel => sts.AssumeRoleAsync(request, cancel), stop), time, stop);
        return answer.Value?.Credentials is
        { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0, SessionToken.Length: > 0, Expiration: { } end } keys
            ? new RoleAnswer.Given(new RoleKeys(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken, end.ToUniversalTime())
            {
                AccountId = Account(profile.RoleArn!),
            })
            : new RoleAnswer.NotGiven(
                Text(answer.Fault),
                answer.Fault is ServiceFault.Forbidden or ServiceFault.Refused ? RoleRefusal.NotPermitted : RoleRefusal.Other);
    }

    private static int? Duration(string seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string? Account(string arn) => arn.Split(':') is { Length: > AccountInArn } parts ? parts[AccountInArn] : null;

    private string Text(ServiceFault fault) => fault switch
    {
        ServiceFault.Forbidden or ServiceFault.Refused =>
            $"AWS STS did not let profile '{profile.SourceProfile}' assume '{profile.RoleArn}' for profile '{profile.Name}'. "
            + "Its trust policy, 'external_id' or your permissions may be the reason; ask your administrator.",
        ServiceFault.Rejected =>
            $"AWS STS rejected the request to assume '{profile.RoleArn}' for profile '{profile.Name}'. Check 'role_arn', "
            + "'role_session_name' and 'duration_seconds' (at most 3600 for a role assumed through another one) "
            + $"in '{profile.File}', section in line {profile.Line}.",
        ServiceFault.Unreachable =>
            $"The role of profile '{profile.Name}' could not be assumed, because AWS STS in '{region}' could not be reached. Check the network.",
        _ => $"The role of profile '{profile.Name}' could not be assumed: "
            + $"{ServiceAnswer.Reason(fault == ServiceFault.None ? ServiceFault.Unexpected : fault)}. Try again later.",
    };
}

using System.Globalization;
using System.Text.RegularExpressions;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Sts;

/// <summary>Every role trusts every caller here; a chained role lives one hour at most, as at AWS.</summary>
internal static partial class AssumeRole
{
    public static Reply Answer(CentreRequest request, CentreState state)
    {
        var arn = RoleArn().Match(request.Form("RoleArn") ?? "");
        if (!arn.Success || request.Form("RoleSessionName") is not { Length: > 0 } sessionName)
        {
            return StsError.Validation("RoleArn and RoleSessionName are required");
        }

        var life = Life(request.Form("DurationSeconds"));
        return life > TimeSpan.FromHours(1)
            ? StsError.Validation("The requested DurationSeconds exceeds the 1 hour session limit for roles "
                + "assumed by role chaining")
            : Result(Credentials.Issue(
                arn.Groups["account"].Value, arn.Groups["role"].Value, sessionName, life, state));
    }

    private static Reply Result(RoleCredentials issued) => Xml.Result("AssumeRole", $"""
        <AssumedRoleUser>
          <AssumedRoleId>{issued.RoleId}:{Xml.Escape(issued.RoleSessionName)}</AssumedRoleId>
          <Arn>{Xml.Escape(issued.Arn)}</Arn>
        </AssumedRoleUser>
        <Credentials>
          <AccessKeyId>{issued.AccessKeyId}</AccessKeyId>
          <SecretAccessKey>{issued.SecretAccessKey}</SecretAccessKey>
          <SessionToken>{issued.SessionToken}</SessionToken>
          <Expiration>{issued.Expiration.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</Expiration>
        </Credentials>
        """);

    private static TimeSpan Life(string? seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromSeconds(number)
            : TimeSpan.FromHours(1);

    [GeneratedRegex(@"^arn:aws[\w-]*:iam::(?<account>\d{12}):role/(?:.*/)?(?<role>[^/]+)$")]
    private static partial Regex RoleArn();
}

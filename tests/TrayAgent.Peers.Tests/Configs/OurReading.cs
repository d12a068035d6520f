using System.Text;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Peers.Tests.Configs;

/// <summary>What TrayAgent makes of the files, in the form in which peers are compared.</summary>
internal static class OurReading
{
    public static AwsConfig Parse(ConfigSample sample) => AwsConfigParser.Parse(
        "config", Encoding.UTF8.GetBytes(sample.Config), "credentials", Encoding.UTF8.GetBytes(sample.Credentials));

    public static ConfigReading Of(AwsConfig config) => new(
        !config.Problems.IsEmpty,
        ConfigReading.By(config.Profiles.Select(profile => (profile.Name, Keys(profile)))),
        ConfigReading.By(config.Sessions.Where(session => session.Kind == SessionKind.SsoSession)
            .Select(session => (session.Name, Keys(session)))));

    private static IEnumerable<(string Key, string? Value)> Keys(Profile profile) =>
    [
        ("region", profile.Region),
        ("sso_session", profile.SsoSession),
        ("sso_start_url", profile.SsoStartUrl),
        ("sso_region", profile.SsoRegion),
        ("sso_account_id", profile.AccountId),
        ("sso_role_name", profile.RoleName),
        ("role_arn", profile.RoleArn),
        ("role_session_name", profile.RoleSessionName),
        ("external_id", profile.ExternalId),
        ("duration_seconds", profile.DurationSeconds),
        ("mfa_serial", profile.MfaSerial),
        ("source_profile", profile.SourceProfile),
        ("keys", Has(profile.HasStaticKeys)),
        ("process", Has(profile.HasCredentialProcess)),
        ("login", Has(profile.HasLoginSession)),
    ];

    private static IEnumerable<(string Key, string? Value)> Keys(SsoSession session) =>
    [
        ("sso_start_url", session.StartUrl),
        ("sso_region", session.Region),
        ("sso_registration_scopes", ConfigReading.Scopes(session.Scopes)),
    ];

    private static string? Has(bool isThere) => isThere ? "there" : null;
}

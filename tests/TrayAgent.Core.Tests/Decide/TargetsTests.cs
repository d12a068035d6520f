using System.Collections.Immutable;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Decide;

public sealed class TargetsTests
{
    private const string TwoSessions =
        """
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        [sso-session lab]
        sso_start_url = https://lab.awsapps.com/start
        sso_region = eu-west-1
        [profile work]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        [profile keys]
        aws_access_key_id = A
        aws_secret_access_key = B
        """;

    private const string OneSession =
        """
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        """;

    [Fact]
    public void A_named_session_is_taken() => Check(TwoSessions, session: "lab", expected: "lab");

    [Fact]
    public void A_named_profile_leads_to_its_session() => Check(TwoSessions, profile: "work", expected: "corp through work");

    [Fact]
    public void AWS_PROFILE_comes_before_claude() =>
        Check(TwoSessions, shell: "work", claude: "nope", expected: "corp through work");

    [Fact]
    public void The_profile_that_Claude_has_exported_is_Claudes() => Check(
        TwoSessions,
        settings: """{"awsCredentialExport":"trayagent credentials --profile work --format claude"}""",
        expected: "corp through work");

    [Fact]
    public void Claude_comes_before_the_only_session() =>
        Check(TwoSessions, claude: "work", expected: "corp through work");

    [Fact]
    public void The_only_session_needs_no_name() => Check(OneSession, expected: "corp");

    [Fact]
    public void Of_several_one_must_be_named() => Check(
        TwoSessions,
        expected: "There are several sessions, so name one with '--session' or '--profile'. The sessions are 'corp', 'lab'.");

    [Fact]
    public void An_unknown_profile_is_named_with_its_origin() => Check(
        OneSession,
        shell: "nope",
        expected: "There is no profile 'nope' (from AWS_PROFILE) in '/h/.aws/config'. The sessions are 'corp'.");

    [Fact]
    public void A_profile_with_keys_has_no_session() => Check(
        TwoSessions, profile: "keys", expected: "The profile 'keys' does not use AWS SSO. The sessions are 'corp', 'lab'.");

    [Fact]
    public void An_unknown_session_is_named() => Check(
        OneSession, session: "nope", expected: "There is no session 'nope' in '/h/.aws/config'. The sessions are 'corp'.");

    [Fact]
    public void Without_any_session_the_way_to_one_is_told() => Check(
        "", expected: "No AWS SSO profiles were found in '/h/.aws/config'. Run 'trayagent setup' to make one.");

    private static void Check(
        string config, string expected, string? profile = null, string? session = null, string? shell = null, string? claude = null,
        string? settings = null)
    {
        var snapshot = new Snapshot
        {
            Now = DateTimeOffset.UnixEpoch,
            Zone = TimeZoneInfo.Utc,
            Config = AwsConfigParser.Parse("/h/.aws/config", System.Text.Encoding.UTF8.GetBytes(config), "/h/.aws/credentials", []),
            Cache = new TokenCache { Folder = "/h/.aws/sso/cache" },
            Claude = new ClaudeSettings
            {
                UserFile = "/h/.claude/settings.json",
                Layers = settings is not null ? [Given.Settings(settings)] : claude is null ? [] : [Given.Claude(claude)],
            },
            Environment = AwsEnvironment.Empty with { Profile = shell },
            AwsCli = new AwsCli.Missing(),
            Homes = [],
            History = ImmutableDictionary<string, SessionHistory>.Empty,
        };
        Assert.Equal(expected, Targets.Find(snapshot, profile, session) switch
        {
            Target.Found(var found, null) => found.Name,
            Target.Found(var found, var through) => $"{found.Name} through {through.Name}",
            Target.NotFound(var message) => message,
            _ => "",
        });
    }
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using static TrayAgent.Core.Tests.Assess.FindingChecks;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>Findings about files' permissions, programs, the environment and Claude Code's settings.</summary>
public sealed class MachineFindingTests
{
    private static readonly Snapshot Good = Given.Corp("09:00");

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, true)]
    public void A_token_that_others_may_read(UnixFileMode mode, bool found) => CheckIf(
        found,
        Good.With(Given.Token("corp", "17:00") with { Mode = mode }),
        "warning aws.cache.permissions",
        $"Other users of this machine can open '{Given.Folder}/{CacheFileNames.Token("corp")}' (mode 0604), "
        + "which holds an access token.");

    [Theory]
    [InlineData("00:05:00", "08:00", false)]
    [InlineData("00:05:01", "08:00", true)]
    [InlineData("00:05:01", "2026-11-22 09:00:01", true, "at 09:00 yesterday")]
    [InlineData("00:05:01", "2026-11-22 09:00:00", false)]
    [InlineData("00:05:01", "09:00:01", false)]
    public void A_clock_that_is_slow(string skew, string at, bool found, string when = "at 08:00") => CheckIf(
        found,
        Good with { Clock = new ClockReading(Given.Span(skew), Given.At(at)) },
        "warning aws.clock.skew",
        $"The 'clock' of this machine was 5 min slow {when}, compared with AWS: "
        + "tokens seem to live longer or shorter than they do.");

    [Fact]
    public void A_clock_that_is_fast() => Check(
        Good with { Clock = new ClockReading(-TimeSpan.FromDays(1), Given.At("08:00")) },
        "warning aws.clock.skew",
        "The 'clock' of this machine was 1 day fast at 08:00, compared with AWS: tokens seem to live longer or shorter than they do.");

    [Fact]
    public void No_AWS_CLI() => Check(
        Good with { AwsCli = new AwsCli.Missing() },
        "info aws.cli.missing",
        "'aws' was not found. TrayAgent signs in without it, but commands such as 'aws sso login' cannot run.");

    [Theory]
    [InlineData("1.32.0", "and AWS CLI v1 cannot sign in to AWS SSO")]
    [InlineData("2.8.13", "which knows no [sso-session]; that came with 2.9")]
    public void An_AWS_CLI_that_is_too_old(string version, string message) => Check(
        Good with { AwsCli = new AwsCli.Found("/usr/bin/aws", new Version(version)) },
        "info aws.cli.too-old",
        $"'/usr/bin/aws' is version {version}, {message}. TrayAgent signs in without it.");

    [Theory]
    [InlineData("2.9.0")]
    [InlineData(null)]
    public void An_AWS_CLI_that_is_new_enough_or_not_asked_yet(string? version) => CheckNot(
        Good with { AwsCli = new AwsCli.Found("/usr/bin/aws", version is null ? null : new Version(version)) },
        FindingCodes.CliTooOld);

    [Fact]
    public void Two_homes() => Check(
        Good with { Homes = [new Home("AWS CLI", @"C:\Users\ann"), new Home(".NET SDK", @"c:\users\ANN\"), new Home("JavaScript SDK", @"H:\")] },
        "warning aws.home.split",
        @"Tools disagree on your home folder: AWS CLI takes 'C:\Users\ann', JavaScript SDK takes 'H:\'; "
        + "a sign-in with one is not seen by the others.");

    [Theory]
    [InlineData(@"H:\", @"H:\", @"Unset 'HOME', or set it to 'C:\Users\ann'.")]
    [InlineData(@"C:\Users\ann", @"C:\Users\Ann Lee", @"Set 'USERPROFILE' to 'C:\Users\Ann Lee'.")]
    public void The_variable_that_leads_away_is_named(string script, string system, string advice)
    {
        var snapshot = Good with { Homes = [new Home("AWS CLI", @"C:\Users\ann"), new Home("JavaScript SDK", script), new Home(".NET SDK", system)] };
        Assert.Equal(advice, Assert.Single(Assessor.Assess(snapshot, Policy.Default).Findings, finding => finding.Code == FindingCodes.HomeSplit).Remedy?.Text);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_SSO_OIDC", "warning aws.endpoint.override")]
    [InlineData("AWS_ENDPOINT_URL_S3", "info aws.endpoint.override")]
    public void An_endpoint_that_a_variable_redirects(string variable, string expected) => Check(
        Good with
        {
            Environment = AwsEnvironment.Empty with
            {
                EndpointOverrides = [new EndpointOverride(variable, "https://ann:secret@proxy.example/x")],
            },
        },
        expected,
        $"'{variable}' sends AWS calls to 'proxy.example'; TrayAgent ignores it, but other tools obey.");

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "warning aws.endpoint.override")]
    [InlineData("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "warning aws.endpoint.override")]
    [InlineData("AWS_ENDPOINT_URL_S3", "info aws.endpoint.override")]
    public void An_endpoint_that_the_settings_of_Claude_Code_redirect(string variable, string expected) => Check(
        Good.With(Given.Settings(
            $$"""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "{{variable}}": "https://ann:hunter2@proxy.example/x" } }""")),
        expected,
        $"'{variable}' in '/home/ann/.claude/settings.json:1' sends AWS calls to 'proxy.example'; TrayAgent ignores it, but Claude Code obeys.");

    [Fact]
    public void An_endpoint_in_the_settings_without_Bedrock_or_without_a_value_redirects_nothing()
    {
        CheckNot(Good.With(Given.Settings("""{ "env": { "AWS_ENDPOINT_URL": "https://proxy.example" } }""")), "aws.endpoint.override");
        CheckNot(
            Good.With(Given.Settings("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_ENDPOINT_URL": "" } }""")), "aws.endpoint.override");
        CheckNot(
            Good.With(Given.Settings("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_ENDPOINT_URL": "http://127.0.0.1:4566" } }""")) with
            {
                Environment = AwsEnvironment.Empty with { LoopbackEndpoints = LoopbackEndpoints.Used },
            },
            "aws.endpoint.override");
    }

    [Theory]
    [InlineData("http://127.0.0.1:4566", LoopbackEndpoints.Ignored, true)]
    [InlineData("http://127.0.0.1:4566", LoopbackEndpoints.Used, false)]
    [InlineData("http://[::1]:4566", LoopbackEndpoints.Used, false)]
    [InlineData("http://127.0.0.1.example:4566", LoopbackEndpoints.Used, true)]
    public void A_loopback_endpoint_in_the_config_is_fine_only_where_it_is_permitted(
        string url, LoopbackEndpoints permitted, bool found)
    {
        var snapshot = Config(config => config with
        {
            EndpointOverrides = [new EndpointOverride($"{Given.ConfigFile}:12", url)],
        }) with
        {
            Environment = AwsEnvironment.Empty with { LoopbackEndpoints = permitted },
        };
        CheckIf(
            found,
            snapshot,
            "warning aws.endpoint.override",
            $"'{Given.ConfigFile}:12' sends AWS calls to '{new Uri(url).Host}'; TrayAgent ignores it, but other tools obey.");
    }

    [Fact]
    public void Access_keys_in_the_environment() => Check(
        Good with
        {
            Environment = AwsEnvironment.Empty with { CredentialVariables = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] },
        },
        "warning aws.environment.shadows-profile",
        "The environment sets 'AWS_ACCESS_KEY_ID' and 'AWS_SECRET_ACCESS_KEY', and most tools use that instead of a profile.");

    [Fact]
    public void Access_keys_in_the_environment_where_there_is_no_session_to_shadow_and_another_variable()
    {
        var keys = AwsEnvironment.Empty with { CredentialVariables = ["AWS_ACCESS_KEY_ID"] };
        CheckNot(Given.Machine("09:00") with { Environment = keys }, FindingCodes.EnvironmentShadowsProfile);
        CheckNot(Good with { Environment = AwsEnvironment.Empty with { Profile = "dev" } }, FindingCodes.EnvironmentShadowsProfile);
    }

    [Fact]
    public void Claude_settings_that_cannot_be_read() => Check(
        Good.With(Given.Claude("dev") with
        {
            Settings = [],
            Problem = new Problem("/home/ann/.claude/settings.json", 4, "A comment is no JSON."),
        }),
        "error claude.settings.unreadable",
        "Claude Code's settings '/home/ann/.claude/settings.json:4' cannot be read: A comment is no JSON.");

    [Fact]
    public void A_profile_in_Claudes_settings_that_does_not_exist() => Check(
        Good.With(Given.Claude("dve")),
        "error claude.profile.unknown",
        "Claude Code's settings name the profile 'dve', which does not exist. Did you mean 'dev'?");

    private static Snapshot Config(Func<AwsConfig, AwsConfig> change) => Good with { Config = change(Good.Config) };
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>For every finding: found, and not found beside it. What hides it is in <see cref="HidingTests"/>.</summary>
public sealed class FindingTests
{
    private static readonly Snapshot Good = Given.Corp("09:00");

    [Fact]
    public void Nothing_is_found_on_a_machine_that_is_fine() => Assert.Empty(Assessor.Assess(Good, Policy.Default).Findings);

    [Fact]
    public void Nothing_is_found_where_nothing_is_set_up() =>
        Assert.Empty(Assessor.Assess(Given.Machine("09:00"), Policy.Default).Findings);

    [Fact]
    public void A_config_file_that_the_CLI_refuses() => Check(
        Config(config => config with { Problems = [new Problem(Given.ConfigFile, 3, "The section [x] is there twice.")] }),
        "error aws.config.unreadable",
        "The AWS CLI cannot read '/home/ann/.aws/config:3': The section [x] is there twice.");

    [Theory]
    [InlineData("JavaScript SDK", 11, "warning aws.config.portability")]
    [InlineData("Go SDK", 11, "info aws.config.portability")]
    [InlineData("JavaScript SDK", 31, "info aws.config.portability")]
    public void A_construct_that_tools_read_differently(string tool, int line, string expected) => Check(
        Config(config => config with
        {
            PortabilityNotes = [new PortabilityNote(Given.ConfigFile, line, "inline-comment", "region", "It is kept.", [tool])],
        }).With(Given.Profile("unused", null) with { Kind = ProfileKind.Static, Line = 30 }),
        expected,
        $"Tools read '/home/ann/.aws/config:{line}' differently: It is kept.");

    [Fact]
    public void A_legacy_profile() => Check(
        Legacy(),
        "info aws.profile.legacy-format",
        "The profile 'old' has the legacy format without an [sso-session], so its token cannot be refreshed and lasts "
        + "eight hours at most.");

    [Fact]
    public void An_SSO_profile_without_account_and_role_that_Claude_uses() => Check(
        Good.With(Given.Profile("half", "corp") with { Kind = ProfileKind.Incomplete, AccountId = null, RoleName = null })
            .With(Given.Claude("half")),
        "error aws.profile.incomplete",
        "The profile 'half' gives no role credentials: it lacks 'sso_account_id' and 'sso_role_name'.");

    [Fact]
    public void A_profile_that_only_sets_a_region_is_no_finding_until_somebody_uses_it()
    {
        var snapshot = Good.With(Given.Profile("default", null) with
        {
            Kind = ProfileKind.Incomplete,
            AccountId = null,
            RoleName = null,
        });
        CheckNot(snapshot, FindingCodes.ProfileIncomplete);
        Check(
            snapshot.With(Given.Claude("default")),
            "warning aws.profile.incomplete",
            "The profile 'default' names no source of credentials.");
    }

    [Theory]
    [InlineData("crop", " Did you mean 'corp'?")]
    [InlineData("elsewhere", "")]
    public void A_profile_with_a_session_that_does_not_exist(string session, string question) => Check(
        Good.With(Given.Profile("lost", null) with { Kind = ProfileKind.Broken, SsoSession = session }),
        "info aws.profile.unknown-session",
        $"The profile 'lost' names the session '{session}', which does not exist.{question}");

    [Fact]
    public void Keys_beside_SSO() => Check(
        Good.With(Given.Profile("both", "corp") with { HasStaticKeys = true, HasCredentialProcess = true }),
        "warning aws.profile.mixed-credentials",
        "The profile 'both' has SSO keys and also 'aws_access_key_id' and 'credential_process', "
        + "and tools disagree on which of them to use.");

    [Theory]
    [InlineData("a b a", "its chain comes back to where it was: 'a' -> 'b' -> 'a'")]
    [InlineData("a gone", "its source 'gone' does not exist")]
    public void A_role_chain_that_leads_nowhere(string chain, string reason) => Check(
        Good.With(Role("b", "a b")).With(Role("a", chain)).With(Given.Claude("a")),
        "error aws.profile.broken-chain",
        $"The profile 'a' assumes a role, but {reason}.",
        subject: "a");

    [Fact]
    public void A_session_without_scopes() => Check(
        Given.Machine("09:00").With(Given.Session("corp") with { Scopes = [] }).With(Given.Fixed("corp", "17:00")),
        "info aws.session.no-scopes",
        "The session 'corp' asks for no scopes, so its token cannot be refreshed and lasts eight hours at most.");

    [Fact]
    public void A_profile_that_contradicts_its_session() => Check(
        Good.With(Given.Profile("odd", "corp") with { SsoRegion = "us-east-1" }),
        "error aws.session.inconsistent",
        "The profile 'odd' contradicts its session 'corp' in 'sso_region', and the AWS CLI refuses it.");

    [Fact]
    public void A_profile_that_repeats_its_session() => Check(
        Good.With(Given.Profile("odd", "corp") with { SsoRegion = "eu-west-1" }),
        "info aws.session.inconsistent",
        "The profile 'odd' repeats 'sso_region' of its session 'corp', and the Rust SDK refuses that.");

    [Theory]
    [InlineData(null, "error", "has no 'sso_start_url'")]
    [InlineData("corp", "error", "has the start URL 'corp', which is not a web address")]
    [InlineData("http://corp.awsapps.com/start", "error", "has the start URL 'http://corp.awsapps.com/start', which does not begin with 'https://'")]
    [InlineData("http://127.0.0.1:80/start", "error", "has the start URL 'http://127.0.0.1:80/start', which does not begin with 'https://'")]
    [InlineData("https://corp.awsapps.com/start#/", "info", "has a '#' in its start URL 'https://corp.awsapps.com/start#/', which some tools drop; they then see another session")]
    public void A_start_URL_that_is_none_of_the_right_form(string? url, string severity, string message) => Check(
        Corp(session => session with { StartUrl = url }),
        $"{severity} aws.session.start-url",
        $"The session 'corp' {message}.");

    [Fact]
    public void A_loopback_start_URL_where_the_settings_permit_it() => CheckNot(
        Corp(session => session with { StartUrl = "http://127.0.0.1:80/start" }) with
        {
            Environment = AwsEnvironment.Empty with { LoopbackEndpoints = LoopbackEndpoints.Used },
        },
        FindingCodes.SessionStartUrl);

    [Theory]
    [InlineData(null, "has no 'sso_region'")]
    [InlineData("Frankfurt", "has the region 'Frankfurt', which is none")]
    [InlineData("eu-west-1\n", "has the region 'eu-west-1\n', which is none")]
    public void A_region_that_is_none(string? region, string message) => Check(
        Corp(session => session with { Region = region }), "error aws.session.region", $"The session 'corp' {message}.");

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("ap-southeast-12")]
    public void Regions_of_every_partition_are_good(string region) =>
        CheckNot(Corp(session => session with { Region = region }), FindingCodes.SessionRegion);

    [Fact]
    public void A_sign_out_of_a_session_that_matters() => Check(
        Good.Without("corp"), "error aws.token.sign-in-needed", "The session 'corp' is signed out.", Given.Pinned("corp"));

    [Fact]
    public void A_session_that_ended() => Check(
        Good.With(Given.Fixed("corp", "08:30")),
        "error aws.token.sign-in-needed",
        "The session 'corp' ended at 08:30.");

    [Fact]
    public void A_session_that_AWS_refused() => Check(
        Good.With("corp", SessionHistory.Empty with { Refused = ["f1"], SignedInAt = Given.At("08:00") }),
        "error aws.token.sign-in-needed",
        "The session 'corp' was refused by AWS, although its access token runs until 17:00.");

    [Fact]
    public void A_dead_session_that_does_not_matter() =>
        CheckNot(Given.Corp("09:00", written: "2026-11-20 08:00").With(Given.Fixed("corp", "08:30", "2026-11-20 08:00")), FindingCodes.TokenSignInNeeded);

    [Theory]
    [InlineData("15:59:59", false)]
    [InlineData("16:00:00", true)]
    public void An_end_that_is_near(string now, bool found) => CheckIf(
        found,
        Good.With(Given.Fixed("corp", "17:00")) with { Now = Given.At(now) },
        "warning aws.token.ending-soon",
        "The session 'corp' ends at 17:00.");

    [Theory]
    [InlineData("refresh token", "it has no refresh token")]
    [InlineData("client", "it has no client registration")]
    [InlineData("registration", "it does not say when its client registration ends")]
    [InlineData("ended", "its client registration has ended")]
    public void A_token_that_cannot_be_refreshed(string without, string reason)
    {
        var token = Given.Refreshable("17:00");
        Check(
            Good.With(Given.File("corp", without switch
            {
                "refresh token" => token with { HasRefreshToken = false },
                "client" => token with { HasClient = false },
                "registration" => token with { RegistrationExpiresAt = null },
                _ => token with { RegistrationExpiresAt = Given.At("09:00") },
            })),
            "warning aws.token.not-refreshable",
            $"The token of 'corp' cannot be refreshed: {reason}.");
    }

    [Theory]
    [InlineData("09:00:02", false)]
    [InlineData("09:00:03", true)]
    public void A_token_file_that_stays_torn(string now, bool found) => CheckIf(
        found,
        Good.With(Given.Torn("corp", "09:00", Given.Token("corp", "17:00"))) with { Now = Given.At(now) },
        "error aws.token.unreadable",
        $"The token file '{Given.Folder}/{CacheFileNames.Token("corp")}' of 'corp' cannot be read: It is empty.",
        Given.Pinned("corp"));

    [Fact]
    public void Something_else_in_the_token_file() => Check(
        Good.With(new CacheFile.Foreign("It is a list.") { Name = CacheFileNames.Token("corp"), WrittenAt = Given.At("08:00") }),
        "error aws.token.unreadable",
        $"The token file '{Given.Folder}/{CacheFileNames.Token("corp")}' of 'corp' holds no token: It is a list.",
        Given.Pinned("corp"));

    [Fact]
    public void A_token_that_some_SDK_cannot_read() => Check(
        Good.With(Given.File("corp", Given.Refreshable("17:00") with { Oddities = ["The .NET SDK rejects the date."] })),
        "warning aws.token.unreadable",
        $"The token file '{Given.Folder}/{CacheFileNames.Token("corp")}' of 'corp' is not readable for every tool: "
        + "The .NET SDK rejects the date.");

    [Fact]
    public void A_cache_folder_that_cannot_be_listed() => Check(
        Good with { Cache = Good.Cache with { Problem = new Problem(Given.Folder, null, "Access is denied.") } },
        "error aws.token.unreadable",
        $"The token cache '{Given.Folder}' cannot be read: Access is denied.");

    [Theory]
    [InlineData("09:00", "2026-11-24 09:00:01", false)]
    [InlineData("09:00", "2026-11-24 09:00:00", true)]
    public void A_registration_that_ends_within_a_day(string now, string ends, bool found) => CheckIf(
        found,
        Good.With(Given.File("corp", Given.Refreshable("17:00") with { RegistrationExpiresAt = Given.At(ends) }))
            with { Now = Given.At(now) },
        "warning aws.registration.ending",
        "The client registration of 'corp' ends at 09:00 tomorrow, and without one its token cannot be refreshed.");

    [Fact]
    public void A_registration_that_outlives_the_session_is_no_finding() => CheckNot(
        Good.With(Given.File("corp", Given.Refreshable("17:00") with { RegistrationExpiresAt = Given.At("16:00:01") }))
            .With("corp", SessionHistory.Empty with { SignedInAt = Given.At("08:00") }),
        FindingCodes.RegistrationEnding,
        Policy.Default with { SessionDurations = Policy.Default.SessionDurations.Add("*", TimeSpan.FromHours(8)) });

    [Theory]
    [InlineData("2026-11-23 08:59:57", true)]
    [InlineData("2026-11-23 08:59:58", false)]
    public void A_registration_file_that_stays_torn(string since, bool found)
    {
        // The name is what AWS CLI v2 computes for this session; see protocol.md 1.2.
        const string name = "467ca71fcb5ebf97954ed6f91b2852c8093d065b.json";
        var session = Given.Session("s", "us-east-1") with { StartUrl = "https://d-1.awsapps.com/start" };
        CheckIf(
            found,
            Given.Machine("09:00").With(session).With(Given.Token("s", "17:00"))
                .With(new CacheFile.Unreadable("It is empty.", Given.At(since), null) { Name = name, WrittenAt = Given.At("08:00") }),
            "error aws.registration.unreadable",
            $"The file '{Given.Folder}/{name}' cannot be read, and 'aws sso login' to 's' fails until it is gone.");
    }

    [Fact]
    public void A_legacy_sessions_registration_has_no_scopes_and_no_name()
    {
        const string name = "4c8232f5b856247191190eb9e4a2d778dc4f2b56.json";
        var legacy = Given.Legacy("https://d-1.awsapps.com/start") with { Region = "us-east-1" };
        Check(
            Given.Machine("09:00").With(legacy).With(Given.Fixed(legacy.Name, "17:00"))
                .With(new CacheFile.Unreadable("It is empty.", Given.At("08:00"), null) { Name = name, WrittenAt = Given.At("08:00") }),
            "error aws.registration.unreadable",
            $"The file '{Given.Folder}/{name}' cannot be read, and 'aws sso login' to 'https://d-1.awsapps.com/start' fails "
            + "until it is gone.");
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, true)]
    public void A_token_that_others_may_read(UnixFileMode mode, bool found) => CheckIf(
        found,
        Good.With(Given.Token("corp", "17:00") with { Mode = mode }),
        "warning aws.cache.permissions",
        $"Other users of this machine can open '{Given.Folder}/{CacheFileNames.Token("corp")}' (mode 0604), "
        + "which holds an access token.");

    [Fact]
    public void No_AWS_CLI() => Check(
        Good with { AwsCli = new AwsCli.Missing() },
        "warning aws.cli.missing",
        "'aws' was not found, and signing in needs AWS CLI v2.");

    [Theory]
    [InlineData("1.32.0", "and AWS CLI v1 cannot sign in to AWS SSO")]
    [InlineData("2.8.13", "which knows no [sso-session]; that came with 2.9")]
    public void An_AWS_CLI_that_is_too_old(string version, string message) => Check(
        Good with { AwsCli = new AwsCli.Found("/usr/bin/aws", new Version(version)) },
        "warning aws.cli.too-old",
        $"'/usr/bin/aws' is version {version}, {message}.");

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
    public void Claude_settings_that_cannot_be_read() => Check(
        Good.With(Given.Claude("dev") with
        {
            AwsProfile = null,
            UsesBedrock = null,
            Problem = new Problem("/home/ann/.claude/settings.json", 4, "A comment is no JSON."),
        }),
        "error claude.settings.unreadable",
        "Claude Code's settings '/home/ann/.claude/settings.json:4' cannot be read: A comment is no JSON.");

    [Fact]
    public void A_profile_in_Claudes_settings_that_does_not_exist() => Check(
        Good.With(Given.Claude("dve")),
        "error claude.profile.unknown",
        "Claude Code's settings name the profile 'dve', which does not exist. Did you mean 'dev'?");

    [Fact]
    public void Every_finding_but_pure_knowledge_has_a_remedy_and_its_subject_in_quotes()
    {
        var findings = Assessor.Assess(
            Legacy().With(Given.Claude("dve")).Without("corp") with { AwsCli = new AwsCli.Missing() },
            Given.Pinned("corp")).Findings;
        Assert.True(findings.Length >= 4);
        Assert.All(findings, finding => Assert.Contains($"'{finding.Subject}'", finding.Message, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.NotNull(finding.Remedy));
        Assert.Equal(
            findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Code, StringComparer.Ordinal),
            findings);
    }

    private static Snapshot Config(Func<AwsConfig, AwsConfig> change) => Good with { Config = change(Good.Config) };

    private static Snapshot Corp(Func<SsoSession, SsoSession> change) =>
        Config(config => config with { Sessions = [.. config.Sessions.Select(change)] });

    private static Snapshot Legacy()
    {
        var legacy = Given.Legacy("https://corp.awsapps.com/start");
        return Good.With(legacy).With(Given.Profile("old", legacy.Name) with
        {
            Kind = ProfileKind.LegacySso,
            SsoSession = null,
            SsoStartUrl = legacy.Name,
        });
    }

    private static Profile Role(string name, string chain) => Given.Profile(name, null) with
    {
        Kind = ProfileKind.Broken,
        SsoSession = null,
        RoleArn = "arn:aws:iam::111122223333:role/x",
        SourceProfile = chain.Split(' ')[^1],
        Chain = [.. chain.Split(' ')],
    };

    private static void CheckIf(bool found, Snapshot snapshot, string expected, string message, Policy? policy = null)
    {
        if (found)
        {
            Check(snapshot, expected, message, policy);
        }
        else
        {
            CheckNot(snapshot, expected.Split(' ')[1], policy);
        }
    }

    private static void CheckNot(Snapshot snapshot, string code, Policy? policy = null) => Assert.DoesNotContain(
        Assessor.Assess(snapshot, policy ?? Policy.Default).Findings, finding => finding.Code == code);

    private static void Check(
        Snapshot snapshot, string expected, string message, Policy? policy = null, string? subject = null)
    {
        var code = expected.Split(' ')[1];
        var finding = Assert.Single(
            Assessor.Assess(snapshot, policy ?? Policy.Default).Findings,
            found => found.Code == code && (subject is null || found.Subject == subject));
        Assert.Equal(expected, $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}");
        Assert.Equal(message, finding.Message);
    }
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using static TrayAgent.Core.Tests.Assess.FindingChecks;

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

    [Fact]
    public void A_config_file_that_only_other_tools_refuse() => CheckNot(
        Config(config => config with
        {
            PortabilityNotes = [new PortabilityNote(Given.ConfigFile, 11, "bom", "", "It has a mark.", ["Go SDK"])],
        }),
        FindingCodes.ConfigUnreadable);

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
    public void A_legacy_profile_that_a_person_must_put_right_before_it_can_be_migrated()
    {
        var snapshot = Legacy();
        var old = snapshot.Config.Profile("old")!;
        Assert.Equal("trayagent migrate --profile old", RemedyOf(old));
        Assert.Equal(
            "Move its SSO keys from '/home/ann/.aws/credentials' into '/home/ann/.aws/config', then migrate it.",
            RemedyOf(old with { HasSsoInCredentials = true }));
        Assert.Equal("Correct its 'sso_region', which is 'nowhere', then migrate it.", RemedyOf(old with { SsoRegion = "nowhere" }));

        string RemedyOf(Profile profile)
        {
            var machine = snapshot with { Config = snapshot.Config with { Profiles = [.. snapshot.Config.Profiles.Where(other => other.Name != "old"), profile] } };
            var remedy = Assessor.Assess(machine, Policy.Default).Findings.Single(finding => finding.Code == FindingCodes.ProfileLegacyFormat).Remedy!;
            return remedy.Argv.IsDefaultOrEmpty ? remedy.Text : string.Join(' ', remedy.Argv);
        }
    }

    [Fact]
    public void An_SSO_profile_without_account_and_role_that_Claude_uses() => Check(
        Good.With(Given.Profile("half", "corp") with { Kind = ProfileKind.Incomplete, AccountId = null, RoleName = null })
            .With(Given.Claude("half")),
        "error aws.profile.incomplete",
        "The profile 'half' gives no role credentials: it lacks 'sso_account_id' and 'sso_role_name'.");

    [Fact]
    public void An_SSO_profile_whose_session_lacks_a_start_URL() => Check(
        Good.With(Given.Session("bare", line: 30) with { StartUrl = null })
            .With(Given.Profile("half", "bare") with { Kind = ProfileKind.Incomplete })
            .With(Given.Claude("half")),
        "error aws.profile.incomplete",
        "The profile 'half' gives no role credentials: its session 'bare' lacks 'sso_start_url'.");

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

    /// <summary>What AWS CLI 2.9 needs to follow the chain, and others do not mind.</summary>
    [Fact]
    public void A_role_beside_the_session_of_its_source() => CheckNot(Good.With(Chained("corp")), FindingCodes.ProfileMixedCredentials);

    [Fact]
    public void A_role_beside_another_session_or_more_keys()
    {
        const string Message = "The profile 'admin' has SSO keys and also 'role_arn', and tools disagree on which of them to use.";
        Check(Good.With(Given.Session("other")).With(Chained("other")), "warning aws.profile.mixed-credentials", Message);
        Check(Good.With(Chained("corp") with { RoleName = "Developer" }), "warning aws.profile.mixed-credentials", Message);
    }

    [Theory]
    [InlineData("a b a", "its chain comes back to where it was: 'a' -> 'b' -> 'a'")]
    [InlineData("a gone", "its source 'gone' does not exist")]
    public void A_role_chain_that_leads_nowhere(string chain, string reason) => Check(
        Good.With(Role("b", "a b")).With(Role("a", chain)).With(Given.Claude("a")),
        "error aws.profile.broken-chain",
        $"The profile 'a' assumes a role, but {reason}.",
        subject: "a");

    [Fact]
    public void A_role_chain_that_ends_at_credentials() => CheckNot(
        Good.With(Role("a", "a dev") with { Kind = ProfileKind.RoleChain, Session = "corp" }), FindingCodes.ProfileBrokenChain);

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

    [Fact]
    public void A_region_beside_no_session_or_one_that_does_not_exist()
    {
        CheckNot(Legacy(), FindingCodes.SessionInconsistent);
        CheckNot(
            Good.With(Given.Profile("lost", null) with { Kind = ProfileKind.Broken, SsoSession = "gone", SsoRegion = "us-east-1" }),
            FindingCodes.SessionInconsistent);
    }

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

    [Fact]
    public void A_region_that_nobody_knows_is_perhaps_another() => Check(
        Corp(session => session with { Region = "eu-cental-1" }),
        "warning aws.session.region",
        "The session 'corp' has the region 'eu-cental-1', which nobody knows. Did you mean 'eu-central-1'?");

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("mx-central-1")]
    [InlineData("eu-west-9")]
    [InlineData("eusc-de-east-1")]
    [InlineData("ap-southeast-12")]
    public void Regions_of_every_partition_are_good(string region) =>
        CheckNot(Corp(session => session with { Region = region }), FindingCodes.SessionRegion);

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

    private static Profile Chained(string session) => Given.Profile("admin", "corp") with
    {
        Kind = ProfileKind.RoleChain,
        SsoSession = session,
        AccountId = null,
        RoleName = null,
        RoleArn = "arn:aws:iam::111122223333:role/Admin",
    };

    private static Profile Role(string name, string chain) => Given.Profile(name, null) with
    {
        Kind = ProfileKind.Broken,
        SsoSession = null,
        RoleArn = "arn:aws:iam::111122223333:role/x",
        SourceProfile = chain.Split(' ')[^1],
        Chain = [.. chain.Split(' ')],
    };
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>A cause hides its symptoms: the codes left are compared in full, so each case also shows that the cause stays.</summary>
public sealed class HidingTests
{
    private static readonly Snapshot Good = Given.Corp("09:00");

    [Fact]
    public void An_unreadable_config_hides_what_is_missing_because_of_it() => Check(
        Unreadable(Broken().With(Given.Claude("gone"))),
        "aws.config.unreadable");

    [Fact]
    public void An_unreadable_config_hides_what_is_wrong_in_the_same_file() => Check(
        Unreadable(Odd()),
        "aws.config.unreadable");

    [Fact]
    public void An_unreadable_credentials_file_leaves_what_is_wrong_in_the_config() => Check(
        Unreadable(Odd(), "/home/ann/.aws/credentials"),
        "aws.config.unreadable aws.config.portability aws.profile.legacy-format aws.profile.mixed-credentials "
        + "aws.session.inconsistent aws.session.no-scopes aws.session.region aws.session.start-url");

    [Fact]
    public void An_unknown_session_hides_what_follows_from_it_for_its_profile() => Check(
        Good.With(Given.Profile("lost", null) with
        {
            Kind = ProfileKind.Incomplete,
            SsoSession = "gone",
            AccountId = null,
            HasStaticKeys = true,
        }),
        "aws.profile.unknown-session");

    [Fact]
    public void An_unknown_session_hides_the_broken_chain_that_ends_at_it() => Check(
        Good.With(Given.Profile("lost", null) with { Kind = ProfileKind.Broken, SsoSession = "gone" })
            .With(Given.Profile("admin", null) with
            {
                Kind = ProfileKind.Broken,
                SsoSession = null,
                RoleArn = "arn",
                SourceProfile = "lost",
                Chain = ["admin", "lost"],
            }),
        "aws.profile.unknown-session");

    [Fact]
    public void An_unknown_session_hides_the_sign_in_that_its_profile_seems_to_need()
    {
        var legacy = Given.Legacy("https://corp.awsapps.com/start");
        Check(
            Given.Machine("09:00").With(legacy).With(Given.Profile("lost", legacy.Name) with
            {
                Kind = ProfileKind.Broken,
                SsoSession = "gone",
                SsoStartUrl = legacy.Name,
            }),
            "aws.profile.unknown-session",
            Given.Pinned(legacy.Name));
    }

    [Fact]
    public void An_incomplete_profile_hides_its_chain() => Check(
        Good.With(Given.Profile("half", "corp") with { Kind = ProfileKind.Incomplete, AccountId = null })
            .With(Given.Profile("admin", null) with
            {
                Kind = ProfileKind.Broken,
                SsoSession = null,
                RoleArn = "arn",
                SourceProfile = "half",
                Chain = ["admin", "half"],
            }),
        "aws.profile.incomplete");

    [Fact]
    public void A_contradiction_hides_the_chain_that_ends_at_it() => Check(
        Good.With(Given.Profile("odd", "corp") with { Kind = ProfileKind.Broken, SsoRegion = "us-east-1" })
            .With(Given.Profile("admin", null) with
            {
                Kind = ProfileKind.Broken,
                SsoSession = null,
                RoleArn = "arn",
                SourceProfile = "odd",
                Chain = ["admin", "odd"],
            }),
        "aws.session.inconsistent");

    [Fact]
    public void A_contradiction_hides_that_the_profile_is_incomplete() => Check(
        Good.With(Given.Profile("odd", "corp") with { Kind = ProfileKind.Incomplete, AccountId = null, SsoRegion = "us-east-1" }),
        "aws.session.inconsistent");

    [Fact]
    public void A_repetition_hides_nothing() => Check(
        Good.With(Given.Profile("odd", "corp") with { Kind = ProfileKind.Incomplete, AccountId = null, SsoRegion = "eu-west-1" }),
        "aws.profile.incomplete aws.session.inconsistent");

    [Theory]
    [InlineData("region", "aws.session.region")]
    [InlineData("start URL", "aws.session.start-url")]
    public void A_session_that_says_not_where_hides_that_nobody_is_signed_in(string without, string expected) => Check(
        Corp(Good.Without("corp"), session => without == "region"
            ? session with { Region = null }
            : session with { StartUrl = null }),
        expected,
        Given.Pinned("corp"));

    [Fact]
    public void A_remark_about_the_start_URL_hides_nothing() => Check(
        Corp(Good.Without("corp"), session => session with { StartUrl = session.StartUrl + "#/" }),
        "aws.token.sign-in-needed aws.session.start-url",
        Given.Pinned("corp"));

    [Fact]
    public void A_token_file_without_a_token_hides_that_nobody_is_signed_in() => Check(
        Good.With(new CacheFile.Foreign("It is a list.") { Name = CacheFileNames.Token("corp"), WrittenAt = Given.At("08:00") }),
        "aws.token.unreadable",
        Given.Pinned("corp"));

    [Fact]
    public void A_session_that_ended_hides_that_its_token_could_not_be_refreshed() => Check(
        Good.With(Given.Fixed("corp", "08:30")), "aws.token.sign-in-needed");

    [Fact]
    public void A_session_without_scopes_hides_that_its_token_cannot_be_refreshed() => Check(
        Corp(Good, session => session with { Scopes = [] }).With(Given.Fixed("corp", "17:00")), "aws.session.no-scopes");

    [Fact]
    public void The_token_of_a_legacy_profile_is_not_also_one_that_cannot_be_refreshed()
    {
        var legacy = Given.Legacy("https://corp.awsapps.com/start");
        var profile = Given.Profile("old", legacy.Name) with
        {
            Kind = ProfileKind.LegacySso,
            SsoSession = null,
            SsoStartUrl = legacy.Name,
        };
        Check(
            Given.Machine("16:30").With(legacy).With(profile).With(Given.Fixed(legacy.Name, "17:00")),
            "aws.token.ending-soon aws.profile.legacy-format");
    }

    [Fact]
    public void A_registration_that_has_ended_is_not_also_ending() => Check(
        Good.With(Given.File("corp", Given.Refreshable("17:00") with { RegistrationExpiresAt = Given.At("08:00") })),
        "aws.token.not-refreshable");

    private static Snapshot Broken() => Good
        .With(Given.Profile("lost", null) with { Kind = ProfileKind.Broken, SsoSession = "gone" })
        .With(Given.Profile("half", "corp") with { Kind = ProfileKind.Incomplete, AccountId = null })
        .With(Given.Profile("chain", null) with
        {
            Kind = ProfileKind.Broken,
            SsoSession = null,
            RoleArn = "arn",
            SourceProfile = "nowhere",
            Chain = ["chain", "nowhere"],
        });

    private static Snapshot Odd()
    {
        var legacy = Given.Legacy("https://old.awsapps.com/start");
        var odd = Good.With(legacy, Given.Session("bare", region: "x") with { Scopes = [], StartUrl = "x" })
            .With(
                Given.Profile("both", "corp") with { HasStaticKeys = true },
                Given.Profile("twice", "corp") with { SsoRegion = "eu-west-1" },
                Given.Profile("old", legacy.Name) with
                {
                    Kind = ProfileKind.LegacySso,
                    SsoSession = null,
                    SsoStartUrl = legacy.Name,
                });
        return odd with
        {
            Config = odd.Config with
            {
                PortabilityNotes = [new PortabilityNote(Given.ConfigFile, 1, "bom", "", "It has a mark.", ["Go SDK"])],
            },
        };
    }

    private static Snapshot Unreadable(Snapshot snapshot, string file = Given.ConfigFile) => snapshot with
    {
        Config = snapshot.Config with { Problems = [new Problem(file, 3, "It has no section.")] },
    };

    private static Snapshot Corp(Snapshot snapshot, Func<SsoSession, SsoSession> change) => snapshot with
    {
        Config = snapshot.Config with { Sessions = [.. snapshot.Config.Sessions.Select(change)] },
    };

    private static void Check(Snapshot snapshot, string expected, Policy? policy = null) => Assert.Equal(
        expected.Split(' ').Order(StringComparer.Ordinal),
        Assessor.Assess(snapshot, policy ?? Policy.Default).Findings
            .Select(finding => finding.Code)
            .Distinct()
            .Order(StringComparer.Ordinal));
}

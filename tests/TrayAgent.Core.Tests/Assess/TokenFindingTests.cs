using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using static TrayAgent.Core.Tests.Assess.FindingChecks;

namespace TrayAgent.Core.Tests.Assess;

public sealed class TokenFindingTests
{
    private static readonly Snapshot Good = Given.Corp("09:00");

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
    public void A_refused_session_does_not_end_with_its_access_token() => Check(
        Good.With(Given.Token("corp", "08:30")).With("corp", SessionHistory.Empty with { Refused = ["f1"] }),
        "error aws.token.sign-in-needed",
        "The session 'corp' was refused by AWS, and its access token ended at 08:30.");

    [Fact]
    public void A_session_whose_registration_ended_is_not_said_to_have_ended() => Check(
        Good.With(Given.File("corp", Given.Refreshable("08:30") with { RegistrationExpiresAt = Given.At("08:00") })),
        "error aws.token.sign-in-needed",
        "The session 'corp' cannot be refreshed any more, and its access token ended at 08:30.");

    [Theory]
    [InlineData("f1", true)]
    [InlineData("f0", false)]
    public void A_client_that_AWS_does_not_know_any_more(string fingerprint, bool found) => CheckIf(
        found,
        Good.Failing(RefreshObstacle.ClientRefused, fingerprint),
        "warning aws.token.not-refreshable",
        "The token of 'corp' cannot be refreshed: AWS does not know its client registration any more.");

    [Theory]
    [InlineData("f1", true)]
    [InlineData("f0", false)]
    public void A_file_that_cannot_be_written(string fingerprint, bool found) => CheckIf(
        found,
        Good.Failing(RefreshObstacle.NotWritable, fingerprint),
        "warning aws.token.not-refreshable",
        "The token of 'corp' cannot be refreshed, because its file cannot be written: It is said.");

    [Fact]
    public void A_file_that_cannot_be_written_is_said_also_where_scopes_are_missing() => Check(
        Given.Machine("09:00").With(Given.Session("corp") with { Scopes = [] }).With(Given.Token("corp", "17:00"))
            .Failing(RefreshObstacle.NotWritable),
        "warning aws.token.not-refreshable",
        "The token of 'corp' cannot be refreshed, because its file cannot be written: It is said.");

    [Fact]
    public void A_network_that_is_away_is_no_finding() =>
        Assert.Empty(Assessor.Assess(Good.Failing(RefreshObstacle.NoNetwork), Policy.Default).Findings);

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
        (Good with { Now = Given.At(now) })
            .With(Given.File("corp", Given.Refreshable("17:00") with { RegistrationExpiresAt = Given.At(ends) })),
        "warning aws.registration.ending",
        "The client registration of 'corp' ends at 09:00 tomorrow, and without one its token cannot be refreshed. Renewing makes a new one.");

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
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Assess;

public sealed class SessionStateTests
{
    [Theory]
    [InlineData("16:59:59", SessionState.Valid)]
    [InlineData("17:00:00", SessionState.SignInNeeded)]
    [InlineData("17:00:01", SessionState.SignInNeeded)]
    public void A_token_is_expired_at_the_very_instant_of_expiry(string now, SessionState expected) =>
        Check(Given.Corp(now).With(Given.Fixed("corp", "17:00")), expected);

    [Theory]
    [InlineData("16:59:59", SessionState.Valid)]
    [InlineData("17:00:00", SessionState.Refreshable)]
    public void An_expired_token_with_refresh_fields_needs_nobody(string now, SessionState expected) =>
        Check(Given.Corp(now), expected);

    [Theory]
    [InlineData("17:59:59", SessionState.Refreshable)]
    [InlineData("18:00:00", SessionState.SignInNeeded)]
    public void A_registration_that_ended_refreshes_nothing(string now, SessionState expected) => Check(
        Given.Corp(now).With(Given.File("corp", Given.Refreshable("17:00") with { RegistrationExpiresAt = Given.At("18:00") })),
        expected);

    [Fact]
    public void A_registration_without_an_end_refreshes_nothing() => Check(
        Given.Corp("17:00").With(Given.File("corp", Given.Refreshable("17:00") with { RegistrationExpiresAt = null })),
        SessionState.SignInNeeded);

    [Fact]
    public void A_token_without_its_client_refreshes_nothing() => Check(
        Given.Corp("17:00").With(Given.File("corp", Given.Refreshable("17:00") with { HasClient = false })),
        SessionState.SignInNeeded);

    [Fact]
    public void A_refused_token_needs_a_person_although_it_is_unexpired() => Check(
        Given.Corp("09:00").With("corp", SessionHistory.Empty with { Refused = ["f1"] }),
        SessionState.SignInNeeded);

    [Fact]
    public void A_refusal_of_an_earlier_token_says_nothing_about_this_one() => Check(
        Given.Corp("09:00").With("corp", SessionHistory.Empty with { Refused = ["f0"] }),
        SessionState.Valid);

    [Theory]
    [InlineData(RefreshObstacle.NoNetwork, "16:59:59", SessionState.Valid)]
    [InlineData(RefreshObstacle.NoNetwork, "17:00:00", SessionState.Unknown)]
    [InlineData(RefreshObstacle.NoAnswer, "16:59:59", SessionState.Valid)]
    [InlineData(RefreshObstacle.NoAnswer, "17:00:00", SessionState.Unknown)]
    [InlineData(RefreshObstacle.NotWritable, "17:00:00", SessionState.Refreshable)]
    [InlineData(RefreshObstacle.EndInDoubt, "16:59:59", SessionState.Unknown)]
    [InlineData(RefreshObstacle.EndInDoubt, "17:00:00", SessionState.Unknown)]
    [InlineData(RefreshObstacle.ClientRefused, "16:59:59", SessionState.Valid)]
    [InlineData(RefreshObstacle.ClientRefused, "17:00:00", SessionState.SignInNeeded)]
    public void A_refresh_that_failed(RefreshObstacle obstacle, string now, SessionState expected) =>
        Check(Given.Corp(now).Failing(obstacle), expected);

    [Fact]
    public void A_refresh_of_an_earlier_token_that_failed_says_nothing_about_this_one() =>
        Check(Given.Corp("17:00").Failing(RefreshObstacle.NoNetwork, "f0"), SessionState.Refreshable);

    [Fact]
    public void No_file_is_signed_out() => Check(Given.Corp("09:00").Without("corp"), SessionState.SignedOut);

    [Fact]
    public void A_cache_that_cannot_be_listed_is_unknown_and_not_signed_out()
    {
        var snapshot = Given.Corp("09:00").Without("corp");
        Check(
            snapshot with { Cache = snapshot.Cache with { Problem = new Problem(Given.Folder, null, "Access is denied.") } },
            SessionState.Unknown);
    }

    [Theory]
    [InlineData("09:00:02", SessionState.Valid)]
    [InlineData("09:00:03", SessionState.Unknown)]
    public void A_torn_file_counts_as_what_it_was_for_three_seconds(string now, SessionState expected) => Check(
        Given.Corp(now).With(Given.Torn("corp", "09:00", Given.Token("corp", "17:00"))), expected);

    [Fact]
    public void A_file_torn_from_the_start_is_unknown() =>
        Check(Given.Corp("09:00:01").With(Given.Torn("corp", "09:00")), SessionState.Unknown);

    [Fact]
    public void A_torn_file_that_last_held_a_registration_is_unknown() => Check(
        Given.Corp("09:00:01").With(Given.Torn("corp", "09:00", Registration())), SessionState.Unknown);

    [Fact]
    public void A_registration_in_place_of_the_token_is_no_token() =>
        Check(Given.Corp("09:00").With(Registration()), SessionState.SignInNeeded);

    [Fact]
    public void The_token_of_a_legacy_session_is_never_refreshed()
    {
        var legacy = Given.Legacy("https://corp.awsapps.com/start");
        var status = Assessor.Assess(
            Given.Machine("17:00").With(legacy).With(Given.Token(legacy.Name, "17:00")), Policy.Default).Session(legacy.Name)!;
        Assert.Equal(SessionState.SignInNeeded, status.State);
    }

    private static CacheFile.Registration Registration() =>
        new(new ClientRegistration { ExpiresAt = Given.At("2027-01-01 00:00") })
        {
            Name = CacheFileNames.Token("corp"),
            WrittenAt = Given.At("08:00"),
        };

    private static void Check(Snapshot snapshot, SessionState expected) =>
        Assert.Equal(expected, Assessor.Assess(snapshot, Policy.Default).Session("corp")!.State);
}

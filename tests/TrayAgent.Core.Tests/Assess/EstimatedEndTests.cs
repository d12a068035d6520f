using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Assess;

public sealed class EstimatedEndTests
{
    [Fact]
    public void A_token_that_nobody_can_refresh_says_it_itself() =>
        Check(Given.Corp("09:00").With(Given.Fixed("corp", "17:00")), "17:00-17:00 Token 0");

    [Fact]
    public void A_refreshable_session_is_unknown_until_something_is_known() => Check(Given.Corp("09:00"), "unknown");

    [Fact]
    public void A_configured_duration_counts_from_the_sign_in() =>
        Check(SignedIn("08:00"), "16:00-16:00 Configured 0", Lasting("corp", "08:00"));

    [Fact]
    public void The_duration_of_all_others_counts_where_there_is_no_own() =>
        Check(SignedIn("08:00"), "20:00-20:00 Configured 0", Lasting("*", "12:00"));

    [Fact]
    public void An_own_duration_wins_over_that_of_all_others() => Check(
        SignedIn("08:00"),
        "16:00-16:00 Configured 0",
        Policy.Default with { SessionDurations = Lasting("*", "12:00").SessionDurations.Add("corp", Given.Span("08:00")) });

    [Fact]
    public void Without_a_sign_in_that_was_seen_a_duration_says_nothing() =>
        Check(Given.Corp("09:00"), "unknown", Lasting("corp", "08:00"));

    [Theory]
    [InlineData("15:59:59", "16:00-16:00 Configured 0")]
    [InlineData("16:00:00", "unknown")]
    public void An_estimate_that_passed_while_the_session_lives_is_not_repeated(string now, string expected) => Check(
        SignedIn("08:00") with { Now = Given.At(now) }, expected, Lasting("corp", "08:00"));

    [Fact]
    public void Of_the_lengths_observed_the_shortest_of_the_last_five_counts() =>
        Check(Observed("01:00", "09:00", "10:00", "08:00", "11:00", "12:00"), "16:00-16:40 Observed 5");

    [Theory]
    [InlineData("https://corp.awsapps.com/start", true)]
    [InlineData("https://corp.awsapps.com/start/", true)]
    [InlineData("https://corp.awsapps.com/start#", true)]
    [InlineData("https://corp.awsapps.com/start/#/", true)]
    [InlineData("HTTPS://Corp.awsapps.com/start", true)]
    [InlineData("https://corp.awsapps.com/Start", false)]
    [InlineData("https://lab.awsapps.com/start", false)]
    [InlineData("corp.awsapps.com/start", false)]
    public void What_was_observed_counts_for_every_spelling_of_the_start_URL(string startUrl, bool counts) => Check(
        SignedIn("08:00").Observing(startUrl, new ObservedLength(TimeSpan.FromHours(8), TimeSpan.FromHours(9))),
        counts ? "16:00-17:00 Observed 1" : "unknown");

    [Fact]
    public void One_observation_is_enough() => Check(Observed("08:00"), "16:00-16:40 Observed 1");

    [Fact]
    public void A_configured_duration_wins_over_what_was_observed() =>
        Check(Observed("09:00"), "16:00-16:00 Configured 0", Lasting("corp", "08:00"));

    [Fact]
    public void A_session_that_ended_has_no_end_ahead() => Check(SignedIn("08:00").Without("corp"), "unknown", Lasting("corp", "08:00"));

    [Fact]
    public void A_duration_beyond_all_dates_is_no_crash() =>
        Check(SignedIn("08:00"), "23:59-23:59 Configured 0", Lasting("corp", TimeSpan.MaxValue.ToString()));

    private static Snapshot SignedIn(string at, params ObservedLength[] observed) => Given.Corp("09:00")
        .With("corp", SessionHistory.Empty with { SignedInAt = Given.At(at) })
        .Observing("https://corp.awsapps.com/start", observed);

    private static Snapshot Observed(params string[] lengths) => SignedIn(
        "08:00",
        [.. lengths.Select(length => new ObservedLength(Given.Span(length), Given.Span(length) + TimeSpan.FromMinutes(40)))]);

    private static Policy Lasting(string session, string duration) => Policy.Default with
    {
        SessionDurations = ImmutableDictionary<string, TimeSpan>.Empty.Add(session, Given.Span(duration)),
    };

    private static void Check(Snapshot snapshot, string expected, Policy? policy = null)
    {
        var end = Assessor.Assess(snapshot, policy ?? Policy.Default).Session("corp")!.End;
        Assert.Equal(
            expected,
            end is null ? "unknown" : $"{end.Earliest:HH:mm}-{end.Latest:HH:mm} {end.Basis} {end.Observations}");
    }
}

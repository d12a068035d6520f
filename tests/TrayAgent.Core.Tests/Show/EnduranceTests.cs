using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

/// <summary>"Will it last?" is answered with yes only when it is known.</summary>
public sealed class EnduranceTests
{
    private static readonly Snapshot Hour = Given.Corp("09:00", expires: "10:00");

    [Fact]
    public void It_works_now() => Check(Hour, "0m", "yes: 'corp' is signed in.");

    [Theory]
    [InlineData("60m", "yes: 'corp' lasts: its access token alone is valid until 10:00.")]
    [InlineData("61m", "no: How long 'corp' lasts is unknown: AWS tells the end of a refreshable session nowhere, and none was "
        + "observed yet. Write its length into 'sessionDurations' in the settings if you know it.")]
    public void A_session_that_nobody_saw_end(string wanted, string expected) => Check(Hour, wanted, expected);

    [Theory]
    [InlineData("420m", "yes: 'corp' lasts: it ends between 16:00 and 16:40, observed once.")]
    [InlineData("421m", "no: 'corp' does not last that long for certain: it ends between 16:00 and 16:40, observed once. "
        + "Run before: trayagent renew --session corp")]
    public void A_session_whose_end_was_observed(string wanted, string expected) => Check(Observed(Hour), wanted, expected);

    [Theory]
    [InlineData("60m", "yes: 'corp' lasts: it ends between 16:00 and 16:40, observed once.")]
    [InlineData("180m", "yes: 'corp' lasts: it ends between 16:00 and 16:40, observed once.")]
    [InlineData("181m", "no: 'corp' does not last that long for certain: its client registration ends at 12:00, "
        + "and without one its token cannot be refreshed.")]
    public void A_session_whose_registration_ends_before_it(string wanted, string expected) => Check(
        Observed(Hour.With(Given.File("corp", Given.Refreshable("10:00") with { RegistrationExpiresAt = Given.At("12:00") }))),
        wanted,
        expected);

    [Theory]
    [InlineData("60m", "yes: 'corp' lasts: it ends between 16:00 and 16:40, observed once.")]
    [InlineData("61m", "no: 'corp' does not last that long for certain: refreshing it failed at 08:50, because there was no network.")]
    public void A_session_that_could_not_be_refreshed_when_it_was_tried(string wanted, string expected)
    {
        var failing = Hour.Failing(RefreshObstacle.NoNetwork);
        Check(Observed(failing), wanted, expected);
    }

    [Theory]
    [InlineData(RefreshObstacle.NoNetwork, "there was no network")]
    [InlineData(RefreshObstacle.NoAnswer, "AWS gave no usable answer")]
    public void An_expired_token_that_nobody_could_be_asked_about(RefreshObstacle obstacle, string reason) => Check(
        Observed(Hour.Failing(obstacle, at: "10:05") with { Now = Given.At("10:10") }),
        "0m",
        "no: Whether 'corp' is still signed in is unknown: its access token has ended, and it could not be refreshed at 10:05, "
        + $"because {reason}. It is tried again.");

    [Fact]
    public void An_expired_token_that_was_not_tried_yet() => Check(
        Observed(Hour) with { Now = Given.At("10:00") },
        "0m",
        "no: Whether 'corp' is still signed in is unknown until it is refreshed: its access token ended at 10:00.");

    [Fact]
    public void An_expired_token_that_cannot_be_written_over() => Check(
        Hour.Failing(RefreshObstacle.NotWritable) with { Now = Given.At("10:00") },
        "0m",
        "no: The access token of 'corp' has ended, and it cannot be refreshed, because its file cannot be written: It is said.");

    [Fact]
    public void A_torn_file() => Check(
        Hour.With(Given.Torn("corp", "08:00")), "0m", "no: Whether 'corp' is signed in is unknown: its token file cannot be read.");

    [Fact]
    public void A_refused_session() => Check(
        Hour.With("corp", SessionHistory.Empty with { Refused = ["f1"] }),
        "0m",
        "no: 'corp' needs a sign-in. Run: trayagent login --session corp");

    [Fact]
    public void A_sign_out() =>
        Check(Hour.Without("corp"), "0m", "no: 'corp' is signed out. Run: trayagent login --session corp");

    /// <summary>Signed in at 08:00, eight hours to eight hours and forty minutes.</summary>
    private static Snapshot Observed(Snapshot snapshot) => snapshot
        .With("corp", snapshot.History.GetValueOrDefault("corp", SessionHistory.Empty) with { SignedInAt = Given.At("08:00") })
        .Observing("https://corp.awsapps.com/start", new ObservedLength(TimeSpan.FromHours(8), TimeSpan.FromMinutes(520)));

    private static void Check(Snapshot snapshot, string wanted, string expected)
    {
        var answer = Endurance.Of(
            Assessor.Assess(snapshot, Policy.Default).Session("corp")!, Durations.TryParse(wanted)!.Value, snapshot);
        Assert.Equal(expected, $"{(answer.WillLast ? "yes" : "no")}: {answer.Text}");
    }
}

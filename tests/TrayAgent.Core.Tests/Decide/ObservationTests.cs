using System.Collections.Immutable;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Decide;

/// <summary>What a refusal teaches about the length of portal sessions. All were signed in to at 08:00.</summary>
public sealed class ObservationTests
{
    private const string StartUrl = "https://corp.awsapps.com/start";

    private static readonly ImmutableDictionary<string, ImmutableArray<ObservedLength>> None = Remembered.Nothing.Observed;

    [Fact]
    public void The_end_lies_between_the_last_use_and_the_refusal() => Check(Refusal("15:00", "15:40"), "07:00:00-07:40:00");

    [Theory]
    [InlineData("16:05:00", "07:00:00-08:05:00")]
    [InlineData("16:05:01", "")]
    public void After_a_sleep_nobody_knows_when_it_was(string refused, string expected) => Check(Refusal("15:00", refused), expected);

    [Fact]
    public void Without_a_sign_in_that_was_seen_there_is_nothing_to_count_from() =>
        Check(Refusal("15:00", "15:40", history => history with { SignedInAt = null }), "");

    [Fact]
    public void Without_a_use_that_was_seen_there_is_no_lower_bound() =>
        Check(Refusal("15:00", "15:40", history => history with { LastUsedAt = null }), "");

    [Fact]
    public void A_token_that_was_refused_before_teaches_nothing() =>
        Check(Refusal("15:00", "15:40", history => history with { Refused = ["f1"] }), "");

    /// <summary>Perhaps the refresh token was spent and its successor lost, or the session was ended by us.</summary>
    [Theory]
    [InlineData(RefreshObstacle.NoNetwork)]
    [InlineData(RefreshObstacle.NoAnswer)]
    [InlineData(RefreshObstacle.NotWritable)]
    [InlineData(RefreshObstacle.EndInDoubt)]
    public void After_an_attempt_whose_end_nobody_saw_a_refusal_teaches_nothing(RefreshObstacle obstacle)
    {
        Check(Refusal("15:00", "15:40", history => Failing(history, obstacle, "f1")), "");
        Check(Refusal("15:00", "15:40", history => Failing(history, obstacle, "f0")), "07:00:00-07:40:00");
    }

    [Fact]
    public void Nor_does_one_that_follows_an_attempt_which_was_killed() =>
        Check(None.WithRefusal(Used("15:00"), Outcome(RefreshResult.Refused) with { FollowsUnanswered = true }, Given.At("15:40")), "");

    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("15:00", "14:00")]
    [InlineData("07:59", "08:20")]
    public void A_clock_that_went_back_teaches_nothing(string lastUse, string refused) => Check(Refusal(lastUse, refused), "");

    [Theory]
    [InlineData(RefreshResult.Refreshed)]
    [InlineData(RefreshResult.FoundFresh)]
    [InlineData(RefreshResult.ClientRefused)]
    [InlineData(RefreshResult.Unreachable)]
    [InlineData(RefreshResult.Failing)]
    [InlineData(RefreshResult.NotWritten)]
    [InlineData(RefreshResult.SignedOut)]
    [InlineData(RefreshResult.Waited)]
    public void Nothing_but_a_refusal_is_an_end(RefreshResult result) => Check(Refusal("15:00", "15:40", result: result), "");

    [Fact]
    public void The_last_five_are_kept()
    {
        var observed = None;
        foreach (var hour in Enumerable.Range(10, 7))
        {
            observed = Refusal($"{hour}:00", $"{hour}:30", observed: observed);
        }

        Assert.Equal([4, 5, 6, 7, 8], observed[StartUrls.Key(StartUrl)].Select(length => length.AtLeast.Hours));
    }

    [Theory]
    [InlineData(RefreshResult.Refreshed, "10:00")]
    [InlineData(RefreshResult.FoundFresh, "10:00")]
    [InlineData(RefreshResult.Unreachable, "09:00")]
    [InlineData(RefreshResult.Refused, "09:00")]
    [InlineData(RefreshResult.Waited, "09:00")]
    public void A_refresh_is_a_use(RefreshResult result, string lastUse) =>
        Assert.Equal(Given.At(lastUse), Used("09:00").AfterRefresh(Outcome(result), Given.At("10:00")).LastUsedAt);

    [Theory]
    [InlineData(RefreshResult.Refreshed, null)]
    [InlineData(RefreshResult.FoundFresh, null)]
    [InlineData(RefreshResult.Refused, null)]
    [InlineData(RefreshResult.ClientRefused, RefreshObstacle.ClientRefused)]
    [InlineData(RefreshResult.Unreachable, RefreshObstacle.NoNetwork)]
    [InlineData(RefreshResult.Failing, RefreshObstacle.NoAnswer)]
    [InlineData(RefreshResult.NotWritten, RefreshObstacle.NotWritable)]
    [InlineData(RefreshResult.SignedOut, RefreshObstacle.NoAnswer)]
    [InlineData(RefreshResult.Waited, RefreshObstacle.NoAnswer)]
    public void A_failure_is_remembered_until_a_success(RefreshResult result, RefreshObstacle? expected)
    {
        var failed = Used("09:00").AfterRefresh(Outcome(RefreshResult.Failing), Given.At("09:30"));
        Assert.Equal(expected, failed.AfterRefresh(Outcome(result), Given.At("10:00")).Failure?.Obstacle);
    }

    [Theory]
    [InlineData(RefreshResult.Unreachable, RefreshObstacle.EndInDoubt)]
    [InlineData(RefreshResult.Failing, RefreshObstacle.EndInDoubt)]
    [InlineData(RefreshResult.NotWritten, RefreshObstacle.EndInDoubt)]
    [InlineData(RefreshResult.Waited, RefreshObstacle.EndInDoubt)]
    [InlineData(RefreshResult.ClientRefused, RefreshObstacle.ClientRefused)]
    [InlineData(RefreshResult.Refreshed, null)]
    [InlineData(RefreshResult.Refused, null)]
    public void That_a_session_was_perhaps_ended_is_not_forgotten_before_AWS_has_answered(RefreshResult result, RefreshObstacle? expected)
    {
        var inDoubt = Failing(Used("09:00"), RefreshObstacle.EndInDoubt, "f1");
        Assert.Equal(expected, inDoubt.AfterRefresh(Outcome(result), Given.At("10:00")).Failure?.Obstacle);
    }

    /// <summary>Whoever signs in then perhaps joins the session that goes on, and must not count it as one that begins.</summary>
    [Theory]
    [InlineData(null, false, true)]
    [InlineData(RefreshObstacle.EndInDoubt, false, true)]
    [InlineData(RefreshObstacle.NoNetwork, false, false)]
    [InlineData(RefreshObstacle.NoAnswer, false, false)]
    [InlineData(null, true, false)]
    public void A_refusal_proves_the_end_of_the_session_unless_an_answer_was_lost(RefreshObstacle? before, bool unanswered, bool expected)
    {
        var history = before is { } obstacle ? Failing(Used("09:00"), obstacle, "f1") : Used("09:00");
        var after = history.AfterRefresh(Outcome(RefreshResult.Refused) with { FollowsUnanswered = unanswered }, Given.At("10:00"));
        Assert.Contains("f1", after.Refused);
        Assert.Equal(expected, after.ProvesEnd("f1"));
    }

    [Fact]
    public void What_another_process_remembered_meanwhile_survives_a_decision()
    {
        var seen = Used("09:00") with { Refused = ["old"] };
        var decided = SessionHistory.Empty with { SignedInAt = Given.At("10:00"), LastUsedAt = Given.At("10:00") };
        var now = Failing(seen with { Refused = ["old", "f1"], LastUsedAt = Given.At("09:59") }, RefreshObstacle.EndInDoubt, "f2");
        var merged = decided.Onto(seen, now);
        Assert.Equal((Given.At("10:00"), Given.At("09:59")), (merged.SignedInAt, merged.LastUsedAt));
        Assert.Equal(["f1"], merged.Refused);
        Assert.Equal("f2", merged.Failure?.Fingerprint);
    }

    private static SessionHistory Failing(SessionHistory history, RefreshObstacle obstacle, string fingerprint) =>
        history with { Failure = new RefreshFailure(fingerprint, obstacle, Given.At("09:30"), "It is said.") };

    private static SessionHistory Used(string lastUse) => SessionHistory.Empty with
    {
        SignedInAt = Given.At("08:00"),
        LastUsedAt = Given.At(lastUse),
    };

    private static RefreshOutcome Outcome(RefreshResult result) =>
        new("corp", result, "It is said.") { StartUrl = StartUrl, Fingerprint = "f1" };

    private static ImmutableDictionary<string, ImmutableArray<ObservedLength>> Refusal(
        string lastUse,
        string refused,
        Func<SessionHistory, SessionHistory>? change = null,
        RefreshResult result = RefreshResult.Refused,
        ImmutableDictionary<string, ImmutableArray<ObservedLength>>? observed = null)
    {
        var history = Used(lastUse);
        return (observed ?? None).WithRefusal(
            change is null ? history : change(history), Outcome(result), Given.At(refused));
    }

    private static void Check(ImmutableDictionary<string, ImmutableArray<ObservedLength>> observed, string expected) => Assert.Equal(
        expected, string.Join('|', observed.Values.SelectMany(lengths => lengths).Select(length => $"{length.AtLeast}-{length.AtMost}")));
}

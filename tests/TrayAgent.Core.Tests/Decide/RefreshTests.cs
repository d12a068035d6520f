using CsCheck;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Decide;

/// <summary>Virtual days: when a token is refreshed, and when not. The token "f1" of 09:00 to 10:00 is due at 09:40:18.</summary>
public sealed class RefreshTests
{
    [Fact]
    public void A_token_of_an_hour_is_refreshed_about_twenty_minutes_before_it_expires() =>
        Check(Hour().At("09:00").Until("09:42"), "09:40:18 corp");

    /// <summary>Somebody was killed while the session was being ended: the refresh tells whether it lives.</summary>
    [Fact]
    public void Whether_a_session_in_doubt_lives_is_found_out_at_once() =>
        Check(new Day(Given.Corp("09:00").Failing(RefreshObstacle.EndInDoubt)).At("09:00"), "09:00:00 corp");

    [Fact]
    public void Not_a_second_before() => Check(Hour().At("09:40:17"));

    [Fact]
    public void Sessions_do_not_ask_all_at_once()
    {
        var due = Enumerable.Range(0, 200).Select(number => DueAt("09:00", "10:00", $"{number:x16}")).ToList();
        Assert.All(due, instant => Assert.InRange(instant, Given.At("09:39"), Given.At("09:41")));
        Assert.True(due.Min() < Given.At("09:39:10") && due.Max() > Given.At("09:40:50"));
    }

    [Theory]
    [InlineData("09:00", "09:40:00", "09:19", "09:21")]
    [InlineData("09:00", "09:15:00", "09:07", "09:08")]
    [InlineData("09:00", "09:01:00", "09:00:28", "09:00:32")]
    [InlineData("09:00", "09:00:00", "09:00", "09:00")]
    [InlineData("09:00", "08:00:00", "08:00", "08:00")]
    [InlineData("09:00", "23:00:00", "22:39", "22:41")]
    public void A_short_life_is_refreshed_half_way(string written, string expires, string from, string until) =>
        Assert.InRange(DueAt(written, expires, "f1"), Given.At(from), Given.At(until));

    [Fact]
    public void A_token_of_seconds_is_refreshed_once_a_minute()
    {
        var day = new Day(Given.Corp("09:00", expires: "09:00:20", written: "09:00")).At("09:00");
        var first = Next(day);
        for (var minute = 1; minute < 5; minute++)
        {
            var now = day.Snapshot.Now;
            var token = Given.Refreshable("10:00", $"g{minute}") with { ExpiresAt = now.AddSeconds(20) };
            day.Refreshed(now, Outcome(RefreshResult.Refreshed));
            day.Then(now, new Occurrence.Inspected(), snapshot => snapshot.With(Given.File("corp", token) with { WrittenAt = now }));
            Assert.Equal(first.AddMinutes(minute), Next(day));
        }
    }

    [Fact]
    public void An_expired_token_is_refreshed_at_once_also_of_a_session_that_does_not_matter()
    {
        var day = new Day(Given.Corp("09:00", expires: "08:00", written: "2026-11-20 07:00")).At("09:00");
        Assert.False(Assessor.Assess(day.Snapshot, Policy.Default).Session("corp")!.Matters);
        Check(day, "09:00:00 corp");
    }

    [Fact]
    public void A_locked_screen_stops_no_refresh() =>
        Check(Hour().At("09:00").Then("09:10", new Occurrence.Locked()).Until("09:42"), "09:40:18 corp");

    [Fact]
    public void What_cannot_be_refreshed_is_left_alone() =>
        Check(new Day(Given.Corp("09:00").With(Given.Fixed("corp", "10:00", "09:00"))).At("09:00").Until("11:00"));

    [Fact]
    public void A_refused_token_is_not_tried_again() =>
        Check(Hour().At("09:00").Until("09:41").Refreshed("09:41", RefreshResult.Refused).Until("12:00"), "09:40:18 corp");

    [Fact]
    public void A_token_whose_client_is_dead_is_not_tried_again() =>
        Check(Hour().At("09:00").Until("09:41").Refreshed("09:41", RefreshResult.ClientRefused).Until("12:00"), "09:40:18 corp");

    [Fact]
    public void A_file_that_is_being_written_is_left_alone()
    {
        var overdue = Given.Token("corp", "09:29", "08:29", "f2");
        Check(
            Hour().At("09:00").At("09:30", snapshot => snapshot.With(Given.Torn("corp", "09:30", overdue)))
                .At("09:30:01", snapshot => snapshot.With(overdue)),
            "09:30:01 corp");
    }

    [Fact]
    public void There_is_none_during_a_sign_in()
    {
        var waiting = new SignInProgress("corp", SignInStage.WaitingForPerson, "corp.awsapps.com", null);
        var day = Hour().At("09:00").Then("09:30", new Occurrence.SignInMoved(waiting)).Until("09:50");
        Check(day);
        day.Then("09:51", new Occurrence.SignInEnded(new SignInOutcome("corp", SignInResult.Cancelled, "Cancelled.")));
        Check(day, "09:51:00 corp");
    }

    [Fact]
    public void There_is_one_at_a_time() => Check(Hour().At("09:41").At("09:41:30").At("09:42:59"), "09:41:00 corp");

    [Theory]
    [InlineData("09:42:59", 1)]
    [InlineData("09:43:59", 1)]
    [InlineData("09:44:06", 2)]
    public void One_that_is_never_heard_of_again_is_lost_after_two_minutes_and_counts_as_failed(string until, int count) =>
        Assert.Equal(count, Hour().At("09:41").Until(until).Refreshes.Count);

    [Fact]
    public void Failures_are_repeated_after_1_2_4_8_and_10_minutes_and_a_little()
    {
        var day = Hour().At("09:41");
        foreach (var minutes in new[] { 1, 2, 4, 8, 10, 10, 10 })
        {
            var failedAt = day.Snapshot.Now.AddSeconds(3);
            day.Refreshed(failedAt, Outcome(RefreshResult.Failing));
            Assert.InRange(Next(day) - failedAt, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes * 1.1));
        }
    }

    [Theory]
    [InlineData("09:46:59", 0)]
    [InlineData("09:47:00", 1)]
    public void A_change_of_the_network_shortens_the_wait_to_a_minute(string now, int more) =>
        CheckHurried(new Occurrence.WorldChanged(), now, more);

    [Theory]
    [InlineData("09:46:59", 0)]
    [InlineData("09:47:00", 1)]
    public void An_unlock_shortens_the_wait_to_a_minute(string now, int more) =>
        CheckHurried(new Occurrence.Unlocked(), now, more);

    [Fact]
    public void Without_such_a_change_the_wait_goes_on() => CheckHurried(new Occurrence.Inspected(), "09:47:00", 0);

    [Fact]
    public void Failures_of_another_token_count_no_more()
    {
        var day = FailedThreeTimes().At("09:46:30", snapshot => snapshot.With(Given.Token("corp", "09:50", "08:50", "f2")));
        Assert.Equal(Given.At("09:47"), Next(day));
    }

    [Fact]
    public void A_clock_that_is_set_back_blocks_no_refresh_and_hastens_none()
    {
        var day = Hour().At("09:41").Refreshed("09:41:05", RefreshResult.Refreshed);
        day.At("08:00", snapshot => snapshot.With(Given.Token("corp", "08:05", "07:05", "f2")));
        Assert.Equal(Given.At("08:01"), Next(day));
    }

    [Fact]
    public void A_new_process_begins_anew() =>
        Check(Hour().At("09:41").Restart().At("09:41:30"), "09:41:00 corp", "09:41:30 corp");

    [Fact]
    public void Whatever_happens_there_is_at_most_one_attempt_a_minute() => Gen
        .Select(Gen.Int[-90, 90], Gen.Int[0, 9], Gen.Enum<RefreshResult>(), Gen.Int[-5, 70]).Array[1, 60]
        .Sample(
            steps =>
            {
                var day = Hour().At("09:30");
                var (now, passed, last) = (Given.At("09:30"), TimeSpan.Zero, -TimeSpan.FromHours(1));
                foreach (var (seconds, what, result, life) in steps)
                {
                    // A clock that is set back still means that time passed.
                    now = now.AddSeconds(seconds);
                    passed += TimeSpan.FromSeconds(Math.Max(seconds, 0));
                    Happen(day, now, what, result, life);
                    if (day.Last.OfType<Effect.Refresh>().Any())
                    {
                        Assert.True(passed - last >= TimeSpan.FromMinutes(1));
                        last = passed;
                    }

                    Assert.True(day.Last.OfType<Effect.SweepAt>().Single().Instant > now);
                }
            },
            iter: 2_000);

    private static void Happen(Day day, DateTimeOffset now, int what, RefreshResult result, int life) => _ = what switch
    {
        < 3 => day.Refreshed(now, Outcome(result)),
        3 => day.Then(now, new Occurrence.WorldChanged()),
        4 => day.Then(now, new Occurrence.Unlocked()),
        5 => day.Then(now, new Occurrence.Inspected(), snapshot => snapshot.With(Given.File(
            "corp", Given.Refreshable("10:00", $"f{now.Ticks}") with { ExpiresAt = now.AddMinutes(life) }) with
        {
            WrittenAt = now,
        })),
        _ => day.Then(now, new Occurrence.Inspected()),
    };

    private static void CheckHurried(Occurrence occurrence, string now, int more)
    {
        var day = FailedThreeTimes();
        day.Then("09:46:30", occurrence).At(now);
        Assert.Equal(more, day.Refreshes.Count - 3);
    }

    /// <summary>Last at 09:46, so that it is not due before 09:50.</summary>
    private static Day FailedThreeTimes()
    {
        var day = Hour().At("09:41").Refreshed("09:41:05", RefreshResult.Unreachable)
            .At("09:43").Refreshed("09:43:05", RefreshResult.Unreachable)
            .At("09:45:30").Refreshed("09:46", RefreshResult.Unreachable);
        Check(day, "09:41:00 corp", "09:43:00 corp", "09:45:30 corp");
        return day;
    }

    private static RefreshOutcome Outcome(RefreshResult result) => new("corp", result, "It is said.") { StartUrl = null };

    private static Day Hour() => new(Given.Corp("09:00", expires: "10:00", written: "09:00"));

    private static DateTimeOffset DueAt(string written, string expires, string fingerprint) => Next(
        new Day(Given.Machine("2026-11-22 00:00").With(Given.Session("corp"))
            .With(Given.Token("corp", expires, written, fingerprint))).At("2026-11-22 00:00"));

    /// <summary>Follows the agent's own deadlines until it refreshes.</summary>
    private static DateTimeOffset Next(Day day)
    {
        for (var before = day.Refreshes.Count; day.Refreshes.Count == before;)
        {
            day.Then(day.Last.OfType<Effect.SweepAt>().Single().Instant, new Occurrence.Inspected());
        }

        return day.Snapshot.Now;
    }

    private static void Check(Day day, params string[] refreshes) => Assert.Equal(refreshes, day.Refreshes);
}

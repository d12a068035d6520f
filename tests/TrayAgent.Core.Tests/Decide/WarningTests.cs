using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Decide;

/// <summary>Virtual days: when somebody is warned, and when not.</summary>
public sealed class WarningTests
{
    private static readonly string[] AllLeads =
        ["16:00 + corp ends in 1 h", "16:45 + corp ends in 15 min", "16:55 + corp ends in 5 min", "17:00 + corp needs you to sign in"];

    [Fact]
    public void Each_lead_time_is_warned_of_once_and_then_the_end() =>
        Check(Ending().At("09:00").Until("20:00"), AllLeads);

    [Fact]
    public void A_restart_repeats_nothing() => Check(
        Ending().At("09:00").At("16:00").Restart().At("16:01").At("16:45").Restart().At("16:46").At("16:55").At("17:00").Restart().At("17:01"),
        AllLeads);

    [Fact]
    public void One_second_before_its_lead_time_nothing_is_due() => Check(Ending().At("15:59:59"), []);

    [Fact]
    public void A_deadline_that_comes_a_few_milliseconds_late_still_names_its_lead_time() =>
        Check(Ending().At("16:00:00.003"), ["16:00 + corp ends in 1 h"]);

    [Fact]
    public void Lead_times_that_passed_during_a_sleep_are_one_notice() =>
        Check(Ending().At("09:00").At("16:56"), ["16:56 + corp ends in 4 min"]);

    [Fact]
    public void A_clock_that_jumps_back_repeats_nothing() => Check(
        Ending().At("16:55").At("16:00").At("16:45").At("17:00").At("16:50").At("17:01"),
        ["16:55 + corp ends in 5 min", "17:00 + corp needs you to sign in"]);

    [Fact]
    public void A_session_that_does_not_matter_is_nobodys_business() =>
        Check(new Day(Given.Corp("09:00").With(Given.Fixed("corp", "17:00", "2026-11-22 09:00"))).At("09:00").Until("20:00"), []);

    [Fact]
    public void An_old_dead_session_that_matters_is_one_notice_at_the_first_start() => Check(
        new Day(Given.Corp("09:00").With(Given.Fixed("corp", "08:30")), Given.Pinned("corp")).At("09:00").At("09:01").Restart().At("09:02"),
        ["09:00 + corp needs you to sign in"]);

    [Fact]
    public void A_refusal_is_said_at_once_with_what_is_left()
    {
        var day = new Day(Given.Corp("09:00")).At("09:00").At("12:00", Refused);
        Check(day, ["12:00 + corp needs you to sign in"]);
        Assert.Equal(
            "AWS says that it has ended; the access token still runs for 5 h, until 17:00. Click here to sign in.",
            day.Last.OfType<Effect.Notify>().Single().Notice.Body);
    }

    [Fact]
    public void A_refusal_after_the_access_token_ended_names_no_end_of_the_session()
    {
        var day = new Day(Given.Corp("16:00"), Given.Pinned("corp")).At("16:00").Refreshed("17:30", RefreshResult.Refused);
        Check(day, ["17:30 + corp needs you to sign in"]);
        Assert.Equal(
            "AWS says that it has ended; the access token ended at 17:00. Click here to sign in.",
            day.Last.OfType<Effect.Notify>().Single().Notice.Body);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_said_once_and_taken_back_when_it_can()
    {
        var day = Hour().At("09:41").Refreshed("09:41:01", RefreshResult.NotWritten);
        var notice = day.Last.OfType<Effect.Notify>().Single().Notice;
        Assert.Equal("Its file cannot be written: It is said. Make room for it, or let your user write it.", notice.Body);
        day.Until("09:43").Refreshed("09:43:01", RefreshResult.NotWritten).Restart().At("09:44")
            .At("09:50", snapshot => snapshot.With(Given.Token("corp", "10:50", "09:50", "f2")));
        Check(day, ["09:41 + corp cannot be refreshed", "09:50 - session:corp"]);
    }

    [Fact]
    public void A_network_that_is_away_is_no_notice()
    {
        var day = Hour().At("09:41").Refreshed("09:41:01", RefreshResult.Unreachable).Until("10:30")
            .Refreshed("10:31", RefreshResult.Failing).At("10:32");
        Check(day, []);
    }

    [Fact]
    public void A_client_that_AWS_does_not_know_any_more_is_warned_of_as_an_end_ahead() => Check(
        Hour().At("09:41").Refreshed("09:41:01", RefreshResult.ClientRefused).Until("10:00"),
        [
            "09:41 + corp ends in 18 min", "09:45 + corp ends in 15 min", "09:55 + corp ends in 5 min",
            "10:00 + corp needs you to sign in",
        ]);

    [Fact]
    public void The_end_of_an_access_token_that_others_refresh_is_no_end() =>
        Check(new Day(Given.Corp("09:00", expires: "10:00")).At("09:00").Until("12:00"), []);

    [Fact]
    public void A_new_sign_in_takes_the_notice_back() => Check(
        Ending().At("17:00").At("17:10", snapshot => snapshot.With(Given.Token("corp", "23:00", "17:10", "f2"))),
        ["17:00 + corp needs you to sign in", "17:10 remember corp 17:10", "17:10 - session:corp"]);

    [Fact]
    public void The_file_of_a_dead_token_that_goes_is_no_news() => Check(
        new Day(Given.Corp("16:59").With(Given.Fixed("corp", "17:00")), Given.Pinned("corp")).At("17:00")
            .At("17:10", snapshot => snapshot.Without("corp")),
        ["17:00 + corp needs you to sign in"]);

    [Fact]
    public void The_next_death_is_news_again() => Check(
        Ending().At("17:00")
            .At("17:10", snapshot => snapshot.With(Given.Fixed("corp", "20:00", "17:10", "f2")))
            .At("20:00"),
        [
            "17:00 + corp needs you to sign in", "17:10 remember corp 17:10", "17:10 - session:corp",
            "20:00 + corp needs you to sign in",
        ]);

    [Fact]
    public void A_torn_file_neither_warns_nor_takes_a_warning_back() => Check(
        Ending().At("16:00").At("16:01", snapshot => snapshot.With(Given.Torn("corp", "16:01", Given.Fixed("corp", "17:00"))))
            .At("16:05").At("16:06", snapshot => snapshot.With(Given.Fixed("corp", "17:00"))),
        ["16:00 + corp ends in 1 h"]);

    [Fact]
    public void While_the_screen_is_locked_warnings_are_held() => Check(
        Ending().At("15:00").Then("15:30", new Occurrence.Locked()).Until("16:50").Then("16:51", new Occurrence.Unlocked()),
        ["16:51 + corp ends in 9 min"]);

    [Fact]
    public void What_was_held_for_several_sessions_is_one_summary()
    {
        var day = new Day(Given.Corp("09:00").With(Given.Fixed("corp", "17:00"))
            .With(Given.Session("lab")).With(Given.Fixed("lab", "16:30")));
        day.At("15:00").Then("15:01", new Occurrence.Locked()).Until("16:50").Then("16:51", new Occurrence.Unlocked());
        Check(day, ["16:51 + 2 sessions need your attention"]);
        var notice = day.Last.OfType<Effect.Notify>().Single().Notice;
        Assert.Equal("corp ends in 9 min.\nlab needs you to sign in.", notice.Body);
        Assert.Equal(["Renew: corp", "Sign in: lab"], notice.Buttons.Select(button => button.Label));

        day.Log.Clear();
        day.At("16:52").At("16:55");
        Check(day, ["16:55 + corp ends in 5 min"]);
    }

    [Fact]
    public void A_summary_takes_back_what_was_said_before_of_its_sessions() => Check(
        new Day(Given.Corp("09:00").With(Given.Fixed("corp", "17:00")).With(Given.Session("lab")).With(Given.Fixed("lab", "16:30")))
            .At("15:00").At("15:30").At("16:00").Then("16:01", new Occurrence.Locked()).Until("16:50").Then("16:51", new Occurrence.Unlocked()),
        [
            "15:30 + lab ends in 1 h", "16:00 + corp ends in 1 h",
            "16:51 + 2 sessions need your attention", "16:51 - session:corp", "16:51 - session:lab",
        ]);

    [Fact]
    public void What_recovered_behind_the_locked_screen_is_not_told() => Check(
        Ending().At("15:00").Then("15:01", new Occurrence.Locked()).Until("16:50")
            .At("16:51", snapshot => snapshot.With(Given.Token("corp", "23:00", "16:51", "f2")))
            .Then("16:52", new Occurrence.Unlocked()),
        []);

    [Fact]
    public void Two_sessions_that_end_together_are_two_notices() => Check(
        new Day(Given.Corp("09:00").With(Given.Fixed("corp", "17:00"))
            .With(Given.Session("lab")).With(Given.Fixed("lab", "17:00"))).At("16:00"),
        ["16:00 + corp ends in 1 h", "16:00 + lab ends in 1 h"]);

    [Fact]
    public void Without_a_notification_server_warnings_wait_for_one() => Check(
        Ending().Then("15:00", new Occurrence.NoticeFaceChanged(NoticeFace.Away)).Until("16:10")
            .Then("16:11", new Occurrence.NoticeFaceChanged(NoticeFace.Present)),
        ["16:11 + corp ends in 49 min"]);

    [Fact]
    public void Quiet_hours_hold_warnings_until_they_end() => Check(
        Ending(Policy.Default with { QuietHours = new QuietHours(new TimeOnly(15, 30), new TimeOnly(16, 20)) })
            .At("09:00").Until("16:30"),
        ["16:20 + corp ends in 40 min"]);

    [Fact]
    public void A_pause_holds_warnings_until_it_ends() => Check(
        Ending().At("09:00").Choose("15:30", new Choice.PauseWarnings(TimeSpan.FromHours(1))).Until("16:40"),
        ["16:30 + corp ends in 30 min"]);

    [Fact]
    public void Resumed_warnings_come_at_once() => Check(
        Ending().At("09:00").Choose("15:30", new Choice.PauseWarningsUntilTomorrow()).Until("16:10")
            .Choose("16:11", new Choice.ResumeWarnings()),
        ["16:11 + corp ends in 49 min"]);

    [Fact]
    public void Later_waits_for_the_next_lead_time_and_after_the_last_for_ten_minutes() => Check(
        Ending(Policy.Default with { LeadTimes = [TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(30)] })
            .At("16:00").Choose("16:01", new Choice.Later("corp")).Until("16:29")
            .At("16:30").Choose("16:31", new Choice.Later("corp")).Until("16:45"),
        [
            "16:00 + corp ends in 1 h", "16:01 - session:corp",
            "16:30 + corp ends in 30 min", "16:31 - session:corp", "16:41 + corp ends in 19 min",
        ]);

    [Fact]
    public void Later_after_the_end_comes_again_in_ten_minutes() => Check(
        Ending().At("17:00").Choose("17:01", new Choice.Later("corp")).Until("17:30"),
        ["17:00 + corp needs you to sign in", "17:01 - session:corp", "17:11 + corp needs you to sign in"]);

    [Fact]
    public void Not_today_means_tomorrow() => Check(
        new Day(Given.Corp("09:00").With(Given.Fixed("corp", "17:00")), Given.Pinned("corp"))
            .At("16:00").Choose("16:01", new Choice.NotToday("corp")).Until("23:59").Until("2026-11-24 01:00"),
        ["16:00 + corp ends in 1 h", "16:01 - session:corp", "00:00 + corp needs you to sign in"]);

    [Fact]
    public void An_end_written_with_fractions_of_a_second_is_the_same_end() => Check(
        Ending().At("16:00").At("16:01", snapshot => snapshot.With(Given.Fixed("corp", "2026-11-23 17:00:00.6049545", "08:00", "f2"))),
        ["16:00 + corp ends in 1 h"]);

    [Fact]
    public void Lead_times_count_from_the_earlier_bound_of_an_estimate()
    {
        var observed = new ObservedLength(TimeSpan.FromHours(9), TimeSpan.FromHours(10));
        var day = new Day(Given.Corp("08:00", expires: "18:00")
            .With("corp", SessionHistory.Empty with { SignedInAt = Given.At("08:00") })
            .Observing("https://corp.awsapps.com/start", observed));
        Check(
            day.At("09:00").Until("17:30"),
            [
                "16:00 + corp may end in 1 h", "16:45 + corp may end in 15 min", "16:55 + corp may end in 5 min",
            ]);
    }

    private static Day Hour() => new(Given.Corp("09:00", expires: "10:00", written: "09:00"));

    private static Day Ending(Policy? policy = null) => new(Given.Corp("09:00").With(Given.Fixed("corp", "17:00")), policy);

    private static Snapshot Refused(Snapshot snapshot) =>
        snapshot.With("corp", SessionHistory.Empty with { SignedInAt = Given.At("08:00"), Refused = ["f1"] });

    private static void Check(Day day, string[] expected) => Assert.Equal(expected, day.Log);
}

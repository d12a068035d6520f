using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Decide;

public sealed class SignInTests
{
    [Fact]
    public void The_first_button_and_a_click_renew_before_the_end()
    {
        var notice = Notice(Ending().At("16:00"));
        Assert.Equal(["Renew", "Later", "Not today"], notice.Buttons.Select(button => button.Label));
        Assert.Equal(new Choice.Renew("corp"), notice.Default);
        Assert.Equal(notice.Buttons[0].Choice, notice.Default);
    }

    [Fact]
    public void The_first_button_and_a_click_sign_in_after_the_end()
    {
        var notice = Notice(Ending().At("17:00"));
        Assert.Equal(["Sign in", "Later", "Not today"], notice.Buttons.Select(button => button.Label));
        Assert.Equal(new Choice.SignIn("corp"), notice.Default);
    }

    [Fact]
    public void A_stale_button_does_what_is_due_now() => Check(
        Ending().At("16:55").At("17:00").Choose("17:01", new Choice.Renew("corp")),
        "16:55 + corp ends in 5 min|17:00 + corp needs you to sign in|17:01 sign in corp|17:01 - session:corp");

    [Fact]
    public void A_second_click_starts_no_second_sign_in() => Check(
        Ending().At("15:00").Choose("15:01", new Choice.Renew("corp")).Choose("15:02", new Choice.Renew("corp")),
        "15:01 renew corp");

    [Fact]
    public void A_session_that_is_gone_is_not_signed_in_to() => Check(Ending().Choose("15:00", new Choice.SignIn("gone")), "");

    [Fact]
    public void While_signing_in_nobody_is_told_to_sign_in() => Check(
        Ending().At("16:58").Choose("16:59", new Choice.Renew("corp")).At("17:00", snapshot => snapshot.Without("corp")).At("17:05"),
        "16:58 + corp ends in 2 min|16:59 renew corp|16:59 - session:corp");

    [Fact]
    public void Host_and_code_are_shown_to_compare_and_taken_back()
    {
        var day = Ending().Then("09:00", Waiting());
        var notice = Notice(day);
        Assert.Equal(Keep.Transient, notice.Keep);
        Assert.Equal(
            "Compare this code in your browser: ABCD-EFGH\nThe page is on corp.awsapps.com.", notice.Body);
        day.Log.Clear();
        Check(
            day.Then("09:01", Waiting()).Then("09:02", new Occurrence.SignInMoved(new("corp", SignInStage.Proving, "corp.awsapps.com", null))),
            "09:02 - sign-in:corp");
    }

    [Fact]
    public void A_code_that_a_terminal_shows_is_not_shown_again_nor_is_its_end() => Check(
        Ending()
            .Then("09:00", new Occurrence.SignInMoved(new("corp", SignInStage.WaitingForPerson, "corp.awsapps.com", "ABCD-EFGH") { Place = SignInPlace.Terminal }))
            .Then("09:01", new Occurrence.SignInEnded(new("corp", SignInResult.Failed, "Nobody approved."))),
        "09:01 - sign-in:corp");

    [Fact]
    public void A_code_that_nobody_sees_is_shown_and_so_is_its_end() => Check(
        Ending()
            .Then("09:00", new Occurrence.SignInMoved(new("corp", SignInStage.WaitingForPerson, "corp.awsapps.com", "ABCD-EFGH") { Place = SignInPlace.Background }))
            .Then("09:01", new Occurrence.SignInEnded(new("corp", SignInResult.Failed, "Nobody approved."))),
        "09:00 + Signing in to corp|09:01 - sign-in:corp|09:01 + Signing in to corp failed");

    [Fact]
    public void A_process_that_was_killed_leaves_nobody_uninformed() => Check(
        Ending()
            .Then("16:59", new Occurrence.SignInMoved(new("corp", SignInStage.Starting, null, null) { Place = SignInPlace.Terminal }))
            .At("17:00")
            .Then("17:01", new Occurrence.SignInVanished("corp")),
        "17:01 - sign-in:corp|17:01 + corp needs you to sign in");

    [Fact]
    public void A_code_is_not_shown_on_a_locked_screen() => Check(
        Ending().Then("09:00", new Occurrence.Locked()).Then("09:01", Waiting()).Then("09:02", new Occurrence.Unlocked()),
        "09:02 + Signing in to corp");

    [Fact]
    public void Success_is_said_quietly()
    {
        var day = Ending().Then("09:00", Waiting()).Then("09:01", Ended(SignInResult.SignedIn));
        Check(day, "09:00 + Signing in to corp|09:01 - sign-in:corp|09:01 + Signed in to corp");
        Assert.Equal(Urgency.Low, Notice(day).Urgency);
    }

    [Fact]
    public void Failure_offers_another_try_when_one_is_needed()
    {
        var day = Ending().At("17:00").Choose("17:01", new Choice.SignIn("corp")).Then("17:02", Ended(SignInResult.Failed));
        var notice = Notice(day);
        Assert.Equal("Signing in to corp failed", notice.Title);
        Assert.Equal("What happened.", notice.Body);
        Assert.Equal(new Choice.SignIn("corp"), notice.Default);
    }

    [Fact]
    public void A_failure_is_not_followed_by_the_news_that_a_sign_in_is_needed() => Check(
        Ending().Choose("16:59", new Choice.Renew("corp"))
            .Then("17:01", Ended(SignInResult.Failed), snapshot => snapshot.Without("corp")).At("17:02"),
        "16:59 renew corp|17:01 - sign-in:corp|17:01 + Signing in to corp failed",
        skip: "16:59 + corp ends in 1 min");

    [Fact]
    public void Who_cancels_a_sign_in_knows_it() => Check(
        Ending().Choose("09:00", new Choice.SignIn("corp")).Choose("09:01", new Choice.CancelSignIn("corp"))
            .Then("09:02", Ended(SignInResult.Cancelled)),
        "09:00 sign in corp|09:01 cancel corp|09:02 - sign-in:corp");

    [Fact]
    public void A_renewal_cancelled_after_the_sign_out_says_so() => Check(
        Pinned().Choose("09:00", new Choice.Renew("corp"))
            .Then("09:02", Ended(SignInResult.Cancelled), snapshot => snapshot.Without("corp")).At("09:03"),
        "09:00 renew corp|09:02 - sign-in:corp|09:02 + Signing in to corp was cancelled");

    [Fact]
    public void Who_signs_out_is_not_told_to_sign_in() => Check(
        Pinned().Choose("09:00", new Choice.SignOut("corp"))
            .Then("09:01", Ended(SignInResult.SignedOut), snapshot => snapshot.Without("corp")).At("09:02"),
        "09:00 sign out corp|09:01 - sign-in:corp|09:01 + Signed out of corp");

    [Fact]
    public void An_outcome_behind_a_locked_screen_is_held() => Check(
        Ending().Choose("09:00", new Choice.SignIn("corp")).Then("09:01", new Occurrence.Locked())
            .Then("09:02", Ended(SignInResult.SignedIn)).Then("09:03", new Occurrence.Unlocked()).At("09:04"),
        "09:00 sign in corp|09:02 - sign-in:corp|09:03 + Signed in to corp");

    [Fact]
    public void A_pause_does_not_hold_the_answer_to_a_click() => Check(
        Ending().Choose("09:00", new Choice.PauseWarnings(TimeSpan.FromHours(1))).Choose("09:01", new Choice.SignIn("corp"))
            .Then("09:02", Ended(SignInResult.SignedIn)),
        "09:01 sign in corp|09:02 - sign-in:corp|09:02 + Signed in to corp");

    [Fact]
    public void A_renewal_starts_the_session_anew_even_when_nobody_saw_it_signed_out() => Check(
        new Day(Given.Corp("09:00").With("corp", SessionHistory.Empty with { SignedInAt = Given.At("08:00") }))
            .At("11:59").Choose("12:00", new Choice.Renew("corp"))
            .Then("12:01", Ended(SignInResult.SignedIn), snapshot => snapshot.With(Given.Token("corp", "13:00", "12:01", "f2"))),
        "12:00 renew corp|12:01 - sign-in:corp|12:01 remember corp 12:01|12:01 + Signed in to corp");

    [Fact]
    public void A_renewal_in_another_process_counts_too() => Check(
        new Day(Given.Corp("09:00")).At("11:59")
            .Then("12:00", new Occurrence.SignInMoved(new("corp", SignInStage.SigningOut, null, null)))
            .Then("12:01", Ended(SignInResult.SignedIn), snapshot => snapshot.With(Given.Token("corp", "13:00", "12:01", "f2"))),
        "12:01 - sign-in:corp|12:01 remember corp 12:01|12:01 + Signed in to corp");

    [Fact]
    public void A_sign_in_while_the_session_lives_starts_nothing_anew() => Check(
        new Day(Given.Corp("09:00")).Choose("12:00", new Choice.SignIn("corp"))
            .Then("12:01", Ended(SignInResult.SignedIn), snapshot => snapshot.With(Given.Token("corp", "13:00", "12:01", "f2"))),
        "12:00 sign in corp|12:01 - sign-in:corp|12:01 + Signed in to corp");

    [Fact]
    public void A_sign_in_after_a_refusal_starts_the_session_anew() => Check(
        new Day(Given.Corp("09:00"), Given.Pinned("corp")).At("09:00").Refreshed("09:10", RefreshResult.Refused)
            .At("09:20", snapshot => snapshot.With(Given.Token("corp", "10:20", "09:19", "f2"))),
        "09:10 + corp needs you to sign in|09:20 remember corp 09:19|09:20 - session:corp");

    [Fact]
    public void A_sign_in_after_a_registration_ended_may_have_found_the_session_alive() => Check(
        new Day(
            Given.Corp("09:00").With(Given.File("corp", Given.Refreshable("09:05") with { RegistrationExpiresAt = Given.At("09:00") })),
            Given.Pinned("corp"))
            .At("09:10").At("09:20", snapshot => snapshot.With(Given.Token("corp", "10:20", "09:19", "f2"))),
        "09:10 + corp needs you to sign in|09:20 remember corp |09:20 - session:corp");

    [Fact]
    public void A_sign_in_that_nobody_saw_has_no_time() => Check(
        Pinned().At("17:00").Restart().At("17:30", snapshot => snapshot.With(Given.Token("corp", "23:00", "17:10", "f2"))),
        "17:00 + corp needs you to sign in|17:30 remember corp |17:30 - session:corp");

    [Fact]
    public void Other_choices_do_what_they_say() => Check(
        Ending().Choose("09:00", new Choice.StartAtLogin()).Choose("09:01", new Choice.DoNotStartAtLogin())
            .Choose("09:02", new Choice.ShowStatus()).Choose("09:03", new Choice.Quit()),
        "09:00 autostart On|09:01 autostart Off|09:02 + TrayAgent|09:03 quit");

    private static Day Ending() => new(Given.Corp("09:00").With(Given.Fixed("corp", "17:00")));

    private static Day Pinned() => new(Given.Corp("09:00").With(Given.Fixed("corp", "17:00")), Given.Pinned("corp"));

    private static Occurrence.SignInMoved Waiting() =>
        new(new("corp", SignInStage.WaitingForPerson, "corp.awsapps.com", "ABCD-EFGH"));

    private static Occurrence.SignInEnded Ended(SignInResult result) =>
        new(new SignInOutcome("corp", result, "What happened."));

    private static Notice Notice(Day day) => day.Last.OfType<Effect.Notify>().Single().Notice;

    private static void Check(Day day, string expected, string? skip = null) =>
        Assert.Equal(expected, string.Join('|', day.Log.Where(line => line != skip)));
}

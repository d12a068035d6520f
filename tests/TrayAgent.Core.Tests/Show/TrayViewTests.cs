using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

public sealed class TrayViewTests
{
    private static readonly Snapshot Ending = Given.Corp("09:00").With(Given.Fixed("corp", "17:00"));

    private static readonly Snapshot Legacy = Given.Machine("09:00")
        .With(Given.Legacy("https://corp.awsapps.com/start"))
        .With(Given.Fixed("https://corp.awsapps.com/start", "17:00"));

    [Fact]
    public void A_session_that_lives() => Check(
        Legacy, "Fine|TrayAgent: fine|TrayAgent: corp.awsapps.com is signed in until 17:00");

    [Fact]
    public void A_session_that_ends_soon() => Check(
        Legacy with { Now = Given.At("16:30") },
        "EndingSoon|TrayAgent: attention|TrayAgent: corp.awsapps.com is signed in until 17:00");

    [Fact]
    public void A_session_that_ended() => Check(
        Ending with { Now = Given.At("17:00") },
        "SignInNeeded|TrayAgent: sign-in needed|TrayAgent: corp needs you to sign in");

    [Fact]
    public void A_torn_file() => Check(
        Ending.With(Given.Torn("corp", "08:00")),
        "Unknown|TrayAgent: unknown|TrayAgent: corp is unknown at the moment\n1 finding",
        policy: Given.Pinned("corp"));

    [Theory]
    [InlineData(RefreshObstacle.NoNetwork, "there was no network")]
    [InlineData(RefreshObstacle.NoAnswer, "AWS gave no usable answer")]
    public void A_token_that_expired_while_nobody_could_be_asked(RefreshObstacle obstacle, string reason) => Check(
        Given.Corp("17:00").Failing(obstacle),
        $"Unknown|TrayAgent: unknown|TrayAgent: corp could not be refreshed, because {reason}; it is tried again",
        policy: Given.Pinned("corp"));

    [Fact]
    public void A_token_that_expired_and_was_not_tried_yet() => Check(
        Given.Corp("17:00"),
        "Fine|TrayAgent: fine|TrayAgent: corp is to be refreshed, which needs nobody; its access token ended at 17:00",
        policy: Given.Pinned("corp"));

    [Fact]
    public void A_token_that_cannot_be_written_over() => Check(
        Given.Corp("17:00").Failing(RefreshObstacle.NotWritable),
        "EndingSoon|TrayAgent: attention|TrayAgent: corp cannot be refreshed, because its file cannot be written\n1 finding",
        policy: Given.Pinned("corp"));

    [Fact]
    public void A_sign_in_under_way() => Check(
        Ending,
        "Busy|TrayAgent: busy|TrayAgent: signing in to corp\ncorp is signed in until 17:00\n1 finding",
        Waiting(SignInPurpose.SignIn));

    [Fact]
    public void Nothing_set_up() => Check(
        Given.Machine("09:00"),
        "Unknown|TrayAgent: unknown|TrayAgent: No AWS SSO profiles were found in '/home/ann/.aws/config'. "
        + "Run 'trayagent setup' to make one");

    [Fact]
    public void The_menu_of_a_good_day() => CheckMenu(
        Legacy.With(Given.Session("lab")),
        Memory.Empty with { StartsAtLogin = CheckMark.On },
        """
        (corp.awsapps.com is signed in until 17:00)
        Renew corp.awsapps.com -> Renew
        Other sessions >
          lab >
            (lab is signed out)
            Sign in -> SignIn
        ---
        Pause warnings >
          For 1 hour -> PauseWarnings
          Until tomorrow -> PauseWarningsUntilTomorrow
        ---
        Status… -> ShowStatus
        [x] Start at login -> DoNotStartAtLogin
        Quit -> Quit
        """);

    [Fact]
    public void The_menu_during_a_sign_in_begins_with_what_to_compare() => CheckMenu(
        Ending,
        Waiting(SignInPurpose.Renew) with { PausedUntil = Given.At("10:00") },
        """
        (Renewing corp)
        (corp.awsapps.com, code ABCD-EFGH)
        Cancel -> CancelSignIn
        ---
        (corp is signed in until 17:00)
        ---
        1 finding >
          (The token of 'corp' cannot be refreshed: it has no refresh token.)
          (    → Renew 'corp' for a full-length session.)
        ---
        (Warnings are paused until 10:00)
        Resume warnings -> ResumeWarnings
        ---
        Status… -> ShowStatus
        Quit -> Quit
        """);

    [Fact]
    public void Findings_offer_what_the_tray_can_mend()
    {
        var menu = TrayViews.Of(Assessor.Assess(Ending, Policy.Default), Memory.Empty).Menu;
        var fix = Assert.Single(menu.OfType<MenuItem.Submenu>().Single(found => found.Label == "1 finding").Items.OfType<MenuItem.Command>());
        Assert.Equal("    Fix: renew 'corp' for a full-length session", fix.Label);
        Assert.Equal(new Choice.Renew("corp"), fix.Choice);
    }

    [Fact]
    public void A_loose_file_is_closed_by_a_repair()
    {
        var loose = Given.Token("corp", "17:00") with { Mode = (UnixFileMode)0x1A4 };
        var menu = TrayViews.Of(Assessor.Assess(Given.Corp("09:00").With(loose), Policy.Default), Memory.Empty).Menu;
        var fix = Assert.Single(menu.OfType<MenuItem.Submenu>().SelectMany(found => found.Items.OfType<MenuItem.Command>()), item => item.Choice is Choice.Repair);
        Assert.Equal(new Choice.Repair(FindingCodes.CachePermissions, $"{Given.Folder}/{loose.Name}"), fix.Choice);
    }

    private static Memory Waiting(SignInPurpose purpose) => Memory.Empty with
    {
        SignIns = Memory.Empty.SignIns.Add("corp", new SignInUnderWay(
            new SignInProgress("corp", SignInStage.WaitingForPerson, "corp.awsapps.com", "ABCD-EFGH"), purpose)),
    };

    private static void Check(Snapshot snapshot, string expected, Memory? memory = null, Policy? policy = null)
    {
        var view = TrayViews.Of(Assessor.Assess(snapshot, policy ?? Policy.Default), memory ?? Memory.Empty);
        Assert.Equal(expected, $"{view.Icon}|{view.Title}|{view.ToolTip}");
    }

    private static void CheckMenu(Snapshot snapshot, Memory memory, string expected)
    {
        var view = TrayViews.Of(Assessor.Assess(snapshot, Policy.Default), memory);
        Assert.Equal(
            expected.ReplaceLineEndings("\n"), string.Join('\n', view.Menu.SelectMany(item => Lines(item))));
    }

    private static IEnumerable<string> Lines(MenuItem item) => item switch
    {
        MenuItem.Text text => [$"({text.Label})"],
        MenuItem.Command command => [$"{command.Label} -> {command.Choice.GetType().Name}"],
        MenuItem.Check check =>
            [$"[{(check.Mark == CheckMark.On ? 'x' : ' ')}] {check.Label} -> {check.Choice.GetType().Name}"],
        MenuItem.Submenu menu => menu.Items.SelectMany(Lines).Select(line => "  " + line).Prepend($"{menu.Label} >"),
        _ => ["---"],
    };
}

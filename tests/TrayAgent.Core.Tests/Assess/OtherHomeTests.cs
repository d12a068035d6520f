using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;
using static TrayAgent.Core.Tests.Assess.FindingChecks;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>A person with a home in Windows and another one in WSL.</summary>
public sealed class OtherHomeTests
{
    private const string Folder = @"\\wsl.localhost\Ubuntu\home\ann";

    private static readonly Snapshot SignedIn = Given.Corp("09:00");

    private static readonly Snapshot SignedOut = SignedIn.Without("corp");

    [Fact]
    public void Signed_in_there_and_not_here() => Check(
        SignedOut with { OtherHomes = [Ubuntu(SignedIn)] },
        "info aws.home.split",
        @"In WSL Ubuntu 'corp' is signed in, but not here: its home '\\wsl.localhost\Ubuntu\home\ann' has tokens of its own.");

    [Fact]
    public void It_is_worth_a_warning_where_Claude_Code_waits_for_it() => Check(
        SignedOut.With(Given.Claude("dev")) with { OtherHomes = [Ubuntu(SignedIn)] },
        "warning aws.home.split",
        @"In WSL Ubuntu 'corp' is signed in, but not here: its home '\\wsl.localhost\Ubuntu\home\ann' has tokens of its own.");

    [Fact]
    public void Signed_in_here_and_not_there() => Check(
        SignedIn.With(Given.Claude("dev")) with { OtherHomes = [Ubuntu(SignedOut)] },
        "info aws.home.split",
        @"'corp' is signed in here, but not in WSL Ubuntu, whose home '\\wsl.localhost\Ubuntu\home\ann' has tokens of its own.");

    [Fact]
    public void Both_or_neither_or_one_that_was_not_looked_at_or_another_session_of_that_name()
    {
        var another = SignedIn with { Config = SignedIn.Config with { Sessions = [Given.Session("corp") with { StartUrl = "https://else.awsapps.com/start" }] } };
        CheckNot(SignedIn with { OtherHomes = [Ubuntu(SignedIn)] }, FindingCodes.HomeSplit);
        CheckNot(SignedOut with { OtherHomes = [Ubuntu(SignedOut)] }, FindingCodes.HomeSplit);
        CheckNot(SignedOut with { OtherHomes = [new OtherHome.AtRest("WSL Debian")] }, FindingCodes.HomeSplit);
        CheckNot(SignedOut with { OtherHomes = [Ubuntu(another)] }, FindingCodes.HomeSplit);
    }

    [Fact]
    public void One_that_nothing_can_refresh_there_is_signed_in_nowhere()
    {
        var ended = Given.Corp("18:00").With(Given.File("corp", Given.Refreshable("17:00") with { RegistrationExpiresAt = Given.At("17:30") }));
        CheckNot(SignedOut with { Now = ended.Now, OtherHomes = [Ubuntu(ended)] }, FindingCodes.HomeSplit);
    }

    [Fact]
    public void Of_a_side_that_cannot_be_read_nothing_is_said()
    {
        var torn = SignedIn.With(Given.Torn("corp", "08:00"));
        CheckNot(torn with { OtherHomes = [Ubuntu(SignedOut)] }, FindingCodes.HomeSplit);
        CheckNot(SignedOut with { OtherHomes = [Ubuntu(torn)] }, FindingCodes.HomeSplit);
    }

    [Fact]
    public void Both_sides_are_shown() => Assert.EndsWith(
        """

        OTHER HOMES
          WSL Debian: not known to run, so it was not looked at
          WSL Ubuntu: \\wsl.localhost\Ubuntu\home\ann
            corp: access token until 17:00, can be refreshed
            Claude Code uses the profile 'dev'

        """.ReplaceLineEndings("\n"),
        StatusText.Of(
            Assessor.Assess(SignedOut with { OtherHomes = [new OtherHome.AtRest("WSL Debian"), Ubuntu(SignedIn)] }, Policy.Default),
            TextStyle.Plain),
        StringComparison.Ordinal);

    [Fact]
    public void The_tray_says_it_where_Claude_Code_waits_for_it()
    {
        var snapshot = SignedOut.With(Given.Claude("dev")) with { OtherHomes = [Ubuntu(SignedIn)] };

        var menu = TrayViews.Of(Assessor.Assess(snapshot, Policy.Default), Memory.Empty).Menu;

        Assert.Contains(
            menu.OfType<MenuItem.Submenu>().Single(found => found.Label == "1 finding").Items.OfType<MenuItem.Text>(),
            line => line.Label.StartsWith("In WSL Ubuntu 'corp' is signed in, but not here:", StringComparison.Ordinal));
    }

    private static OtherHome.Seen Ubuntu(Snapshot there) => new("WSL Ubuntu", Folder, there.Config, there.Cache, "dev");
}

using System.Text.RegularExpressions;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;
using TrayAgent.Core.Show.SwiftBar;
using TrayAgent.Core.Tests.Trust;

namespace TrayAgent.Core.Tests.Show;

public sealed partial class SwiftBarTextTests
{
    private const string Program = "/Applications/TrayAgent.app/Contents/MacOS/trayagent";

    [Fact]
    public void A_session_that_lives() => Check(
        Given.Machine("09:00").With(Given.Legacy("https://corp.awsapps.com/start")).With(Given.Fixed("https://corp.awsapps.com/start", "17:00")),
        $"""
        | sfimage=checkmark.circle sfcolor=#1e8c3e tooltip="TrayAgent: corp.awsapps.com is signed in until 17:00"
        ---
        corp.awsapps.com is signed in until 17:00
        Renew corp.awsapps.com | bash="{Program}" param0=renew param1=--session param2=https://corp.awsapps.com/start terminal=false refresh=true
        ---
        Status… | bash="{Program}" param0=status terminal=true refresh=true

        """);

    [Theory]
    [InlineData("09:00", "checkmark.circle")]
    [InlineData("16:30", "clock.badge.exclamationmark")]
    [InlineData("17:00", "exclamationmark.triangle.fill")]
    public void Each_state_has_a_shape_of_its_own(string now, string symbol)
    {
        var snapshot = Given.Machine("09:00").With(Given.Legacy("https://corp.awsapps.com/start")).With(Given.Fixed("https://corp.awsapps.com/start", "17:00"));

        Assert.Contains($"sfimage={symbol} ", Text(snapshot with { Now = Given.At(now) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_name_of_a_session_is_shown_but_starts_nothing_and_forges_no_line()
    {
        foreach (var name in HostileNames.All)
        {
            var view = new TrayView(
                TrayIcon.Fine, "TrayAgent", name,
                [new MenuItem.Text($"{name} is fine"), new MenuItem.Command($"Sign in to {name}", new Choice.SignIn(name)), new MenuItem.Submenu(name, [new MenuItem.Text(name)])]);

            var lines = SwiftBarText.Of(view, Program).TrimEnd('\n').Split('\n');

            Assert.True(lines.Length is 5 or 6, name);
            Assert.All(lines, line => Assert.DoesNotContain('\r', line));
            Assert.All(lines.Skip(2), line => Assert.Matches(Documented(), line));
            Assert.All(
                lines.Where(line => line.Contains("bash=", StringComparison.Ordinal)),
                line => Assert.Matches(@" \| bash=""[^""]+"" param0=login param1=--session param2=[A-Za-z0-9_.:/][A-Za-z0-9_.:/-]* terminal=false refresh=true", line));
        }
    }

    /// <summary>One '|' at most, and behind it only parameters that SwiftBar's page names.</summary>
    [GeneratedRegex(@"^(--)*([^|-][^|]*)?( ?\| ((sfimage|sfcolor|tooltip|bash|param\d|terminal|refresh|checked|symbolize|emojize)=(""[^""]*""|[^ ""]+) ?)+)?$")]
    private static partial Regex Documented();

    private static void Check(Snapshot snapshot, string expected) => Assert.Equal(expected, Text(snapshot));

    private static string Text(Snapshot snapshot) =>
        SwiftBarText.Of(TrayViews.Of(Assessor.Assess(snapshot, Policy.Default), Memory.Empty), Program);
}

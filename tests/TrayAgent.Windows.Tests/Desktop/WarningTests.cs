using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>Warnings of ends ahead, as on Linux: one life of the agent, in which every notice is looked at, so that none may be too many.</summary>
[Collection(nameof(Taskbar))]
public sealed class WarningTests(Wine wine, Taskbar taskbar)
{
    private const string Second = "https://d-2.awsapps.com/start";
    private const string Third = "https://d-3.awsapps.com/start";

    [Fact]
    public async Task They_come_once_for_each_lead_time_and_wait_for_who_wants_them_later_or_has_locked_the_screen()
    {
        await using var library = await ToastLibrary.PutAsync(wine);
        await using var machine = await WindowsMachine.StartAsync(wine);
        var clock = new WindowsClock(wine, machine);
        Prepare(machine);
        SignIn(machine, Second, clock.In(TimeSpan.FromHours(8)));
        SignIn(machine, Third, clock.In(TimeSpan.FromHours(20)));
        using var agent = new WindowsAgent(machine);
        taskbar.Start(machine, "run", "--verbose");
        try
        {
            await agent.LogsAsync("The icon is in the notification area.");
            var warnings = new Warnings(taskbar, machine, clock, agent, library);
            await warnings.ComeAtEachLeadTimeAsync();
            await warnings.ComeAgainAfterASnoozeAsync();
            await warnings.AreSilentUntilMidnightAsync();
            await warnings.AreHeldWhileTheScreenIsLockedAsync();

            // As an installer ends it.
            await taskbar.PostAsync("0x10");
            await taskbar.ShowsAsync(null);
            Assert.DoesNotContain("unexpected", library.Calls, StringComparison.Ordinal);
        }
        catch (Exception)
        {
            await taskbar.PictureAsync("failed");
            TestContext.Current.TestOutputHelper?.WriteLine(agent.Log + library.Calls);
            throw;
        }
    }

    private static void Prepare(WindowsMachine machine)
    {
        WindowsAgent.Prepare(machine);
        machine.Write(".aws/config", string.Concat(new[] { ("dev", Second), ("other", Third) }.Select(profile => $"""
            [profile {profile.Item1}]
            sso_start_url = {profile.Item2}
            sso_region = eu-west-1
            sso_account_id = 444455556666
            sso_role_name = Auditor
            region = eu-west-1


            """)));
        machine.Write("AppData/Roaming/TrayAgent/settings.json", $$"""{ "leadTimes": ["60m", "15m"], "pinnedSessions": ["{{Second}}", "{{Third}}"] }""");
    }

    /// <summary>Without scopes: such a token cannot be refreshed, and the session ends with it.</summary>
    private static void SignIn(WindowsMachine machine, string session, DateTime end) => machine.Write(
        session == Second ? ".aws/sso/cache/1d47cd59199f5382ea3263cd651594c6f924286d.json" : ".aws/sso/cache/a75576a44984721f7b5da4c3bc88a594d0c21558.json",
        FormattableString.Invariant($$"""{"startUrl": "{{session}}", "region": "eu-west-1", "accessToken": "of-no-use-{{end:HHmmss}}", "expiresAt": "{{end:yyyy-MM-dd'T'HH:mm:ss'Z'}}"}"""));

    private sealed class Warnings(Taskbar taskbar, WindowsMachine machine, WindowsClock clock, WindowsAgent agent, ToastLibrary library)
    {
        private DateTime _end;
        private int _jumps;

        public async Task ComeAtEachLeadTimeAsync()
        {
            _end = clock.In(new TimeSpan(1, 0, 3));
            SignIn(machine, Second, _end);
            var hour = await library.NextAsync();
            Assert.InRange(clock.Now, _end.AddMinutes(-60), _end);

            // A machine with much else to do may need some seconds more.
            Assert.Matches("^d-2.awsapps.com ends in (1 h|59 min)$", hour.Title);
            Assert.Equal(["Renew", "Later", "Not today"], hour.Links.Keys);
            await NothingElseIsShownAsync();

            // Later is the next lead time, because there is one.
            await ClickAsync(hour.Links["Later"]);
            await JumpAsync(_end.AddMinutes(-15).AddSeconds(-2));
        }

        public async Task ComeAgainAfterASnoozeAsync()
        {
            var quarter = await library.NextAsync();
            Assert.InRange(clock.Now, _end.AddMinutes(-15), _end);
            Assert.Matches("^d-2.awsapps.com ends in 1[45] min$", quarter.Title);
            await ClickAsync(quarter.Links["Later"]);
            var snoozed = clock.Now;
            await JumpAsync(snoozed.AddMinutes(9));
            await NothingElseIsShownAsync();
            await JumpAsync(snoozed.AddMinutes(10));
            Assert.Matches("^d-2.awsapps.com ends in [45] min$", (await library.NextAsync()).Title);
            await NothingElseIsShownAsync();
        }

        public async Task AreSilentUntilMidnightAsync()
        {
            SignIn(machine, Second, _end = clock.In(TimeSpan.FromMinutes(14)));
            var last = await library.NextAsync();
            Assert.Matches("^d-2.awsapps.com ends in 1[34] min$", last.Title);
            await ClickAsync(last.Links["Not today"]);
            await JumpAsync(_end.AddSeconds(1));
            await taskbar.ShowsAsync(IconColour.Red);
            await NothingElseIsShownAsync();
            await JumpAsync(_end.Date.AddDays(1));
            Assert.Equal("d-2.awsapps.com needs you to sign in", (await library.NextAsync()).Title);
        }

        public async Task AreHeldWhileTheScreenIsLockedAsync()
        {
            await taskbar.PostAsync("0x2B1", 7);
            await agent.LogsAsync("Step because of Locked");
            SignIn(machine, Second, clock.In(TimeSpan.FromMinutes(50)));
            await taskbar.ShowsAsync(IconColour.Amber);
            SignIn(machine, Third, clock.In(TimeSpan.FromMinutes(40)));
            await NothingElseIsShownAsync();
            await taskbar.PostAsync("0x2B1", 8);
            var summary = await library.NextAsync();
            Assert.Equal("2 sessions need your attention", summary.Title);
            Assert.Equal(["Renew: d-2.awsapps.com", "Renew: d-3.awsapps.com"], summary.Links.Keys);
            await NothingElseIsShownAsync();
        }

        /// <summary>Its step is over before the clock may be set.</summary>
        private async Task ClickAsync(string link)
        {
            await machine.ClickAsync(link);
            await NothingElseIsShownAsync();
        }

        private async Task JumpAsync(DateTime to)
        {
            clock.Forward(to - clock.Now);
            await taskbar.PostAsync("0x1E");
            await agent.LogsAsync("Step because of ClockSet", ++_jumps);
        }

        /// <summary>A link of nobody's notice says the status: whatever would have been shown before has been.</summary>
        private async Task NothingElseIsShownAsync()
        {
            await machine.ClickAsync("trayagent:");
            Assert.Equal("TrayAgent", (await library.NextAsync()).Title);
        }
    }
}

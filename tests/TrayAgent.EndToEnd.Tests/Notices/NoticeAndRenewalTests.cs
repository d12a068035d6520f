using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;
using TrayAgent.Loopback.Browser;

namespace TrayAgent.EndToEnd.Tests.Notices;

/// <summary>
/// The main job, from the warning to the fresh session: xfce4-notifyd, a real click, Debian's AWS CLI, headless Chromium.
/// </summary>
public sealed class NoticeAndRenewalTests
{
    private static readonly CentreOptions EndsSoon = new() { LegacyAccessTokenLife = TimeSpan.FromSeconds(80) };

    [Fact]
    public Task The_button_of_a_notice_renews_the_session() => Machine.OnXfceAsync(
        async machine =>
        {
            await StartDesktopAsync(machine);
            machine.Files.WriteSettings("\"leadTimes\": [\"1m\"]");
            machine.Files.WriteClaudeSettings(MachineFiles.LegacyProfile);
            await machine.SignInAsync(MachineFiles.LegacySession);
            var dead = machine.Files.Tokens().Single().Value["accessToken"]!.ToString();
            machine.Centre.Options = new CentreOptions();
            var agent = await machine.StartAgentAsync();
            await agent.Tray.SaysAsync("d-2.awsapps.com is signed in until");
            await agent.LogsAsync("Health went from Healthy to Attention");
            await machine.Desktop.ClickNoticeButtonAsync(0);
            await ApproveInChromiumAsync(machine, agent);
            await IsFineAsync(machine, agent);
            Assert.NotEqual(dead, machine.Files.Tokens().Single().Value["accessToken"]!.ToString());
            Assert.Equal([SessionEnd.Logout, null], machine.Centre.Sessions.Select(session => session.EndedBy));
            Assert.Equal((1, 2, 2), Asked(machine, Operation.Logout, Operation.GetRoleCredentials, Operation.GetCallerIdentity));
        },
        EndsSoon);

    [Fact]
    public Task After_the_end_the_button_signs_in() => Machine.OnXfceAsync(
        async machine =>
        {
            await StartDesktopAsync(machine);
            machine.Files.WriteClaudeSettings(MachineFiles.LegacyProfile);
            await machine.SignInAsync(MachineFiles.LegacySession);
            machine.Centre.Options = new CentreOptions();
            var agent = await machine.StartAgentAsync();
            await agent.LogsAsync("Health went from Attention to SignInNeeded");
            await agent.Tray.SaysAsync("d-2.awsapps.com needs you to sign in");
            await machine.Desktop.ClickNoticeButtonAsync(0);
            await ApproveInChromiumAsync(machine, agent);
            await IsFineAsync(machine, agent);
            Assert.Equal((0, 2, 2), Asked(machine, Operation.Logout, Operation.GetRoleCredentials, Operation.GetCallerIdentity));
        },
        EndsSoon with { LegacyAccessTokenLife = TimeSpan.FromSeconds(12), PortalSessionLength = TimeSpan.FromSeconds(12) });

    [Fact]
    public Task A_session_of_configured_length_is_warned_about_and_renewed_from_the_menu() => Machine.OnXfceAsync(async machine =>
    {
        await StartDesktopAsync(machine);
        machine.Files.WriteSettings("\"sessionDurations\": { \"corp\": \"50m\" }");
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        await machine.SignInAsync();
        var agent = await machine.StartAgentAsync();
        await agent.LogsAsync("Notice session:corp: corp may end in ");
        await Until.TrueAsync(async () => (await machine.Desktop.NoticeButtonsAsync()).Count == 3, "the notice has its three buttons");
        await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, "notice.png"));

        // The person learns that it is longer: the warning is no longer true, so it goes.
        machine.Files.WriteSettings("\"sessionDurations\": { \"corp\": \"8h\" }");
        await IsFineAsync(machine, agent);
        await agent.Tray.ChooseAsync("Renew corp");
        await ApproveInChromiumAsync(machine, agent);
        await IsFineAsync(machine, agent);
        Assert.Equal((1, 2, 2), Asked(machine, Operation.Logout, Operation.GetRoleCredentials, Operation.GetCallerIdentity));
    });

    [Fact]
    public Task A_cancelled_renewal_says_that_one_is_signed_out_and_offers_to_sign_in() => Machine.OnXfceAsync(async machine =>
    {
        await StartDesktopAsync(machine);
        machine.Files.WriteClaudeSettings(MachineFiles.LegacyProfile);
        await machine.SignInAsync(MachineFiles.LegacySession);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.ChooseAsync("Renew d-2.awsapps.com");
        await machine.Browser.NextAsync();

        // Its button is in the place of the next notice's, and would be clicked for that.
        await machine.Desktop.ReplacesNoticeAsync(async () =>
        {
            await agent.Tray.ChooseAsync("Cancel");
            await agent.LogsAsync("Sign-in to https://d-2.awsapps.com/start ended: Cancelled");
            Assert.Empty(ProcessTree.Below(agent.Process.Id));
            await agent.LogsAsync("Signing in to d-2.awsapps.com was cancelled");
        });
        await machine.Desktop.ClickNoticeButtonAsync(0);
        await ApproveInChromiumAsync(machine, agent);
        await IsFineAsync(machine, agent);
    });

    private static async Task StartDesktopAsync(Machine machine)
    {
        await machine.Desktop.StartPanelAsync();
        await machine.Desktop.StartNotifydAsync();
    }

    /// <summary>The person compares the code that tray and page show, and allows access.</summary>
    private static async Task ApproveInChromiumAsync(Machine machine, RunningAgent agent)
    {
        var page = await machine.Browser.NextAsync();
        var stop = TestContext.Current.CancellationToken;
        await using var chromium = await HeadlessBrowser.StartAsync(stop);
        await chromium.OpenAsync(page, stop);
        var code = page.Query.Replace("?user_code=", "", StringComparison.Ordinal);
        Assert.Contains(code, await chromium.TextAsync(stop));
        await Until.TrueAsync(
            async () => (await agent.Tray.MenuAsync()).Any(entry => entry.Label == $"127.0.0.1, code {code}"),
            "the menu shows host and code");
        await chromium.ClickAsync("approve", stop);
    }

    /// <summary>Icon, words and notices; what remains on the screen is the good news, which has no buttons.</summary>
    private static async Task IsFineAsync(Machine machine, RunningAgent agent)
    {
        await Until.TrueAsync(async () => await agent.Tray.TitleAsync() == "TrayAgent: fine", "the tray turns fine");
        Assert.Equal("Active", await agent.Tray.StatusAsync());
        await Until.TrueAsync(
            async () => (await machine.Desktop.LookAsync()).IconInTray() == IconColour.Green, "the icon turns green");
        await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, $"fine-{TestContext.Current.TestMethod!.MethodName}.png"));
        await Until.TrueAsync(async () => (await machine.Desktop.NoticeButtonsAsync()).Count == 0, "the notice is closed");
        Assert.Equal(0, (await machine.RunAsync("status")).ExitCode);
    }

    private static (int, int, int) Asked(Machine machine, Operation one, Operation two, Operation three) =>
        (machine.Centre.Requests(one), machine.Centre.Requests(two), machine.Centre.Requests(three));
}

using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Notices;

/// <summary>Claude Code asks for a sign-in while the agent runs: no terminal shows it, so the desktop does.</summary>
public sealed class SharedSignInTests
{
    private static readonly string[] Verb = ["auth-refresh", "--profile", MachineFiles.SessionProfile];

    [Fact]
    public Task The_code_stands_in_notice_and_menu_and_all_callers_are_signed_in() => OnDesktopAsync(async (machine, agent) =>
    {
        OwnedProcess[] callers = [machine.Start(Verb), machine.Start(Verb), machine.Start(Verb)];
        var page = await machine.Browser.NextAsync();
        var code = Assert.Single(machine.Centre.PendingUserCodes);
        await Until.TrueAsync(
            async () => (await machine.Desktop.NoticeButtonsAsync()).Count == 1, "the warning has made way for the code, with 'Cancel'");
        await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, "asked-by-claude-code.png"));
        Assert.Contains(await agent.Tray.MenuAsync(), entry => entry.Label.Contains(code, StringComparison.Ordinal));
        await machine.Browser.ApproveAsync(page);
        foreach (var caller in callers)
        {
            var end = await Machine.EndOfAsync(caller);
            Assert.Equal(0, end.ExitCode);
            Assert.Contains(code, end.Out, StringComparison.Ordinal);
        }

        await agent.Tray.SaysAsync("corp is signed in");
        Assert.Single(machine.Browser.Pages);
    });

    [Fact]
    public Task Cancelled_in_the_tray_it_ends_for_the_caller_and_no_browser_opens_again_unasked() => OnDesktopAsync(
        async (machine, agent) =>
        {
            var caller = machine.Start(Verb);
            await machine.Browser.NextAsync();
            await agent.Tray.ChooseAsync("Cancel");
            var end = await Machine.EndOfAsync(caller);
            Assert.Equal((1, "The sign-in to 'corp' was cancelled."), (end.ExitCode, end.Error));
            Assert.Contains("Run 'trayagent login --session corp'.", (await machine.RunAsync(Verb)).Error, StringComparison.Ordinal);
            Assert.Single(machine.Browser.Pages);
            await agent.Tray.ChooseAsync("Sign in to corp");
            await machine.Browser.ApproveNextAsync();
            await agent.LogsAsync("Sign-in to corp ended: SignedIn");
            Assert.Equal(0, (await machine.RunAsync(Verb)).ExitCode);
        });

    private static Task OnDesktopAsync(Func<Machine, RunningAgent, Task> test) => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartPanelAsync();
        await machine.Desktop.StartNotifydAsync();
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.SaysAsync("corp is signed out");
        await test(machine, agent);
    });
}

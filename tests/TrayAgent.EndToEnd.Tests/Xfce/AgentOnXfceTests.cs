using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Xfce;

/// <summary>The icon and its menu in a real xfce4-panel: what is on the screen, and what a mouse does there.</summary>
public sealed class AgentOnXfceTests
{
    [Fact]
    public Task The_icon_and_its_words_follow_the_state() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartPanelAsync();
        var agent = await machine.StartAgentAsync();
        await CheckAsync(machine, agent, IconColour.Grey, "Active", "TrayAgent: unknown", "No session is in use");
        machine.Files.WriteClaudeSettings(MachineFiles.LegacyProfile);
        await CheckAsync(
            machine, agent, IconColour.Red, "NeedsAttention", "TrayAgent: sign-in needed", "d-2.awsapps.com is signed out");
        await agent.Tray.ChooseAsync("Sign in to d-2.awsapps.com");
        var page = await machine.Browser.NextAsync();
        await CheckAsync(machine, agent, IconColour.Blue, "Active", "TrayAgent: busy", "signing in to d-2.awsapps.com");
        await machine.Browser.ApproveAsync(page);
        await CheckAsync(machine, agent, IconColour.Green, "Active", "TrayAgent: fine", "d-2.awsapps.com is signed in until");
        machine.Centre.Options = machine.Centre.Options with { LegacyAccessTokenLife = TimeSpan.FromMinutes(10) };
        await machine.RenewAsync(MachineFiles.LegacySession);
        await CheckAsync(
            machine, agent, IconColour.Amber, "Active", "TrayAgent: attention", "d-2.awsapps.com is signed in until");
    });

    [Fact]
    public Task Its_menu_opens_by_a_click_and_does_what_is_clicked() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartPanelAsync();
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        machine.Files.WriteSettings("\"sessionDurations\": { \"corp\": \"8h\" }");
        await machine.SignInAsync();
        var agent = await machine.StartAgentAsync();
        var panel = new PanelMenu(machine.Desktop, agent.Tray);
        await panel.OpenAsync();
        await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, "menu.png"));
        await panel.ClickAsync("Pause warnings", "For 1 hour");
        await Until.TrueAsync(
            async () => (await agent.Tray.MenuAsync()).Any(
                entry => entry.Label.StartsWith("Warnings are paused until", StringComparison.Ordinal)),
            "the warnings are paused");
        await panel.OpenAsync();
        await panel.ClickAsync("Start at login");
        await Until.TrueAsync(() => File.Exists(machine.Files.AutostartFile), "the agent starts at login");
        await panel.OpenAsync();
        await panel.ClickAsync("Quit");
        Assert.Equal(0, await agent.Process.EndAsync(TimeSpan.FromSeconds(5)));
        await Until.TrueAsync(async () => await ColourAsync(machine) is null, "the icon is gone");
    });

    [Fact]
    public Task It_comes_back_when_the_panel_does() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartPanelAsync();
        await machine.StartAgentAsync();
        await ShowsAsync(machine, IconColour.Grey);
        await machine.Desktop.StopPanelAsync();
        await Until.TrueAsync(async () => await ColourAsync(machine) is null, "the icon is gone with the panel");
        await machine.Desktop.StartPanelAsync();
        await ShowsAsync(machine, IconColour.Grey);
    });

    [Fact]
    public Task It_appears_when_the_panel_starts_late() => Machine.OnXfceAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.SaysAsync("corp is signed out");
        await machine.Desktop.StartPanelAsync();
        await ShowsAsync(machine, IconColour.Red);
    });

    [Fact]
    public Task Without_any_panel_it_goes_on() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartNotifydAsync();
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.StartAgentAsync();
        await agent.LogsAsync("Notice session:corp: corp is signed out");
        await machine.Desktop.ClickNoticeButtonAsync(0);
        await machine.Browser.ApproveNextAsync();
        await agent.Tray.SaysAsync("corp is signed in");
        Assert.Equal(0, await agent.StopAsync());
    });

    [Fact]
    public Task Without_any_bus_it_goes_on_and_says_so() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.StartAgentAsync();
        await machine.SignInAsync();
        await agent.LogsAsync("Health went from SignInNeeded to");
        Assert.Contains("no tray icon and no notices. Start the agent inside the desktop session.", machine.Files.Log);
        Assert.Equal(0, await agent.StopAsync());
    });

    private static async Task CheckAsync(
        Machine machine, RunningAgent agent, IconColour colour, string status, string title, string toolTip)
    {
        await agent.Tray.SaysAsync(toolTip);
        await ShowsAsync(machine, colour);
        await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, $"icon-{colour}.png"));
        Assert.Equal((status, title), (await agent.Tray.StatusAsync(), await agent.Tray.TitleAsync()));
        Assert.StartsWith("TrayAgent: ", await agent.Tray.ToolTipAsync());
    }

    private static Task ShowsAsync(Machine machine, IconColour colour) => Until.TrueAsync(
        async () => await ColourAsync(machine) == colour, $"the icon in the panel is {colour}");

    private static async Task<IconColour?> ColourAsync(Machine machine) => (await machine.Desktop.LookAsync()).IconInTray();
}

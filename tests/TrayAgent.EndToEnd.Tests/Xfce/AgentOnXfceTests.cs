using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Xfce;

/// <summary>The icon, its tooltip and its menu in xfce4-panel.</summary>
public sealed class AgentOnXfceTests
{
    [Fact]
    public Task Look() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartPanelAsync();
        await machine.Desktop.StartNotifydAsync();
        machine.Files.WriteClaudeSettings(MachineFiles.LegacyProfile);
        machine.Centre.Options = machine.Centre.Options with { LegacyAccessTokenLife = TimeSpan.FromSeconds(200) };
        await machine.SignInAsync(MachineFiles.LegacySession);
        var agent = await machine.StartAgentAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(await agent.Tray.ToolTipAsync());
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n", (await agent.Tray.MenuAsync()).Select(x => x.ToString())));
        var (x, y) = XfceDesktop.TrayIcon;
        await Task.Delay(1500);
        await machine.Desktop.ScreenshotAsync("/tmp/e2e-1.png");
        await machine.Desktop.RightClickAsync(x, y);
        await Task.Delay(1500);
        await machine.Desktop.ScreenshotAsync("/tmp/e2e-2.png");
        TestContext.Current.TestOutputHelper!.WriteLine(await machine.Desktop.RunAsync("xwininfo", "-root", "-tree"));
        TestContext.Current.TestOutputHelper!.WriteLine(machine.Files.Log);
        Assert.Fail("look");
    });
}

using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Verbs;

public sealed class AutostartTests(Wine wine)
{
    private const string Run = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    private const string Approved = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

    [Fact]
    public async Task What_Task_Manager_switched_off_is_said_and_switched_on_again_only_by_a_person()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);

        var on = await machine.RunAsync("autostart", "on");
        Assert.Equal(@"TrayAgent starts at login ('HKCU\Software\Microsoft\Windows\CurrentVersion\Run\TrayAgent').", on.Out.Trim());
        Assert.Equal($"\"{wine.ToWindows(WindowsProgram.Path)}\" run", await machine.RegistryAsync(Run, "TrayAgent"));

        await machine.SetRegistryAsync(Approved, "TrayAgent", "REG_BINARY", "030000000000000000000000");
        Assert.Contains("but that was disabled in the desktop's own settings", (await machine.RunAsync("autostart", "status")).Out, StringComparison.Ordinal);

        await machine.RunAsync("autostart", "on");
        Assert.Contains("TrayAgent starts at login", (await machine.RunAsync("autostart", "status")).Out, StringComparison.Ordinal);
        Assert.Null(await machine.RegistryAsync(Approved, "TrayAgent"));

        await machine.SetRegistryAsync(Run, "TrayAgent", "REG_SZ", @"C:\old\trayagent.exe run");
        Assert.Contains(@"but 'C:\old\trayagent.exe' is not there", (await machine.RunAsync("autostart", "status")).Out, StringComparison.Ordinal);

        await machine.RunAsync("autostart", "off");
        Assert.Null(await machine.RegistryAsync(Run, "TrayAgent"));
        Assert.Contains("does not start at login", (await machine.RunAsync("autostart", "status")).Out, StringComparison.Ordinal);
    }
}

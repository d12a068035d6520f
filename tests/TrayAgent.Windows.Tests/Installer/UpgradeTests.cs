using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Installer;

/// <summary>What the setup program makes of what an earlier version, or a person, left in the registry.</summary>
public sealed class UpgradeTests(Wine wine)
{
    private const string Run = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    private const string Approved = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
    private const string SwitchedOff = "030000000000000000000000";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_starts_at_login_is_the_windowless_one_unless_a_person_chose_another()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = machine.InHome("AppData/Local/Programs/TrayAgent");
        var installed = wine.ToWindows(folder);
        await machine.RunToEndAsync(BuiltSetup.Path, "/S");

        // By a version that had only one program; Task Manager had switched it off.
        await machine.SetRegistryAsync(Run, "TrayAgent", "REG_SZ", $"\"{installed}\\trayagent.exe\" run");
        await machine.SetRegistryAsync(Approved, "TrayAgent", "REG_BINARY", SwitchedOff);
        await machine.RunToEndAsync(BuiltSetup.Path, "/S");
        Assert.Equal($"\"{installed}\\trayagentw.exe\" run", await machine.RegistryAsync(Run, "TrayAgent"));
        Assert.Equal(SwitchedOff, await machine.RegistryAsync(Approved, "TrayAgent"));

        await machine.SetRegistryAsync(Run, "TrayAgent", "REG_SZ", @"C:\mine\trayagent.exe run");
        await machine.RunToEndAsync(BuiltSetup.Path, "/S");
        Assert.Equal(@"C:\mine\trayagent.exe run", await machine.RegistryAsync(Run, "TrayAgent"));

        // What the start menu does.
        var shortcut = Assert.Single(Directory.GetFiles(machine.InHome("AppData"), "TrayAgent.lnk", SearchOption.AllDirectories));
        await machine.RunToEndAsync("start", wine.ToWindows(shortcut));
        await Until.TrueAsync(() => machine.Log.Contains("Health went from Start to", StringComparison.Ordinal), "the agent was started by the shortcut");

        await machine.RunToEndAsync($"{folder}/uninstall.exe", "/S");
        await Until.TrueAsync(() => !Directory.Exists(folder) && !Directory.Exists(machine.StateFolder), "the folders of program and state are gone");
    }

    /// <summary>Its message box, which says so itself, may still be there.</summary>
    [Fact]
    public async Task Who_installs_again_as_the_launcher_says_need_not_press_OK_before()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = machine.InHome("AppData/Local/Programs/TrayAgent");
        var launcher = $"{folder}/trayagentw.exe";
        await machine.RunToEndAsync(BuiltSetup.Path, "/S");
        var shipped = File.ReadAllBytes(launcher);
        File.AppendAllText(launcher, "of the old version");

        var first = await ComplainAsync();
        await machine.RunToEndAsync(BuiltSetup.Path, "/S");
        Assert.Equal(1, await first.EndAsync(Limit));
        Assert.Equal(shipped, File.ReadAllBytes(launcher));
        Assert.True(File.Exists($"{folder}/trayagent.exe"));

        await ComplainAsync();
        await machine.RunToEndAsync($"{folder}/uninstall.exe", "/S");
        await Until.TrueAsync(() => !Directory.Exists(folder), "the program's folder is gone");

        async Task<OwnedProcess> ComplainAsync()
        {
            File.Delete($"{folder}/trayagent.exe");
            var complaint = machine.StartProgram(launcher, "run");
            await machine.RunToEndAsync(await NativePrograms.DialogAsync(wine), "TrayAgent", "leave");
            return complaint;
        }
    }
}

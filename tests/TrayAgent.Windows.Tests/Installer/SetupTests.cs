using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Installer;

/// <summary>The setup program as somebody who rolls it out would run it: silently, again over a running agent, and away.</summary>
public sealed class SetupTests(Wine wine)
{
    private const string Run = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    private const string Settings = "AppData/Roaming/TrayAgent/settings.json";
    private const string Uninstall = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\TrayAgent";

    [Fact]
    public async Task Installed_started_at_login_upgraded_while_it_runs_and_uninstalled_it_leaves_nothing()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        await machine.SetRegistryAsync(@"HKCU\Environment", "Path", "REG_EXPAND_SZ", @"%USERPROFILE%\bin;C:\other");
        var files = Files(machine);
        var folder = machine.InHome("AppData/Local/Programs/TrayAgent");
        var program = $@"C:\users\{Environment.UserName}\AppData\Local\Programs\TrayAgent\trayagent.exe";
        var launcher = program.Replace("trayagent.exe", "trayagentw.exe", StringComparison.Ordinal);

        await machine.RunToEndAsync(BuiltSetup.Path, "/S");
        Assert.Equal(
            ["LICENSE.txt", "THIRD-PARTY-NOTICES.txt", "trayagent.cdx.json", "trayagent.exe", "trayagent.ico", "trayagentw.exe", "uninstall.exe"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal($"\"{launcher}\" run", await machine.RegistryAsync(Run, "TrayAgent"));
        Assert.Equal(BuiltSetup.Version, await machine.RegistryAsync(Uninstall, "DisplayVersion"));
        Assert.Equal($@"%USERPROFILE%\bin;C:\other;{Path.GetDirectoryName(program.Replace('\\', '/'))!.Replace('/', '\\')}", await machine.RegistryAsync(@"HKCU\Environment", "Path"));
        Assert.Contains(Files(machine), file => file.EndsWith("/TrayAgent.lnk", StringComparison.Ordinal));

        // What Windows does when somebody logs in.
        await machine.RunToEndAsync("wineboot");
        await Until.TrueAsync(() => machine.Log.Contains("Health went from Start to", StringComparison.Ordinal), "the agent was started by the Run key");

        await RefusesWhileACommandRunsAsync(machine, folder);

        await machine.RunToEndAsync(program, "autostart", "off");
        await machine.RunToEndAsync(BuiltSetup.Path, "/S");
        Assert.Null(await machine.RegistryAsync(Run, "TrayAgent"));
        await Until.TrueAsync(
            () => machine.Log.Split("Health went from Start to").Length == 4, "the agent that ran was ended, and the new one was started");
        Assert.Equal(2, machine.Log.Split("The agent ends").Length - 1);
        Assert.NotEqual("of the old version", File.ReadAllText($"{folder}/LICENSE.txt"));

        // With something to keep, first: what is left can still be taken away.
        var uninstaller = File.ReadAllBytes($"{folder}/uninstall.exe");
        machine.Write(Settings, "{}");
        await machine.RunToEndAsync($"{folder}/uninstall.exe", "/S", "/KEEP=1");
        await Until.TrueAsync(() => !Directory.Exists(folder), "the program's folder is gone");
        Assert.Null(await machine.RegistryAsync(Uninstall, "DisplayVersion"));
        Assert.Equal("{}", File.ReadAllText(machine.InHome(Settings)));
        Assert.True(File.Exists(Path.Combine(machine.StateFolder, "state.json")));

        // It copies itself away and goes on there, so its own end is not the end.
        Directory.CreateDirectory(folder);
        File.WriteAllBytes($"{folder}/uninstall.exe", uninstaller);
        await machine.RunToEndAsync($"{folder}/uninstall.exe", "/S");
        await Until.TrueAsync(() => !Directory.Exists(folder) && !Directory.Exists(machine.StateFolder), "the folders of program and state are gone");
        Assert.Equal(string.Join("\n", files), string.Join("\n", Files(machine)));
        Assert.Equal(@"%USERPROFILE%\bin;C:\other", await machine.RegistryAsync(@"HKCU\Environment", "Path"));

        await machine.RunToEndAsync("reg", "export", @"HKCU\Software", @"C:\software.reg", "/y");

        // Wine keeps a list of what it put into the menus of Linux.
        Assert.DoesNotContain(File.ReadLines(Path.Combine(wine.Drive, "software.reg")), line =>
            line.Contains("trayagent", StringComparison.OrdinalIgnoreCase) && !line.Contains("Start Menu", StringComparison.Ordinal));
    }

    /// <summary>A sign-in that waits for its person holds the program's file, and nobody may end it but them.</summary>
    private static async Task RefusesWhileACommandRunsAsync(WindowsMachine machine, string folder)
    {
        File.WriteAllText($"{folder}/LICENSE.txt", "of the old version");
        var before = File.GetLastWriteTimeUtc($"{folder}/trayagent.exe");
        machine.Write(".aws/config", Homes.Config);
        machine.Write(Settings, """{ "allowLoopbackEndpoints": true }""");
        var login = machine.StartProgram($"{folder}/trayagent.exe", "login", "--session", "corp", "--device-code", "--no-browser");
        await machine.Centre.NextSignInAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => machine.Log.Contains("The icon is in the notification area.", StringComparison.Ordinal), "the agent has its window");

        Assert.Equal(1, await machine.ExitCodeAsync(BuiltSetup.Path, "/S", "/WAIT=1"));

        Assert.Equal("of the old version", File.ReadAllText($"{folder}/LICENSE.txt"));
        Assert.Equal(before, File.GetLastWriteTimeUtc($"{folder}/trayagent.exe"));
        Assert.False(File.Exists($"{folder}/trayagent.exe.new"));
        await Until.TrueAsync(() => machine.Log.Split("Health went from Start to").Length == 3, "the agent that was ended for it runs again");
        await login.EndNowAsync();
        Directory.Delete(machine.InHome(".aws"), recursive: true);
    }

    /// <summary>Without what Wine links to the home of Linux, where it keeps menus of its own.</summary>
    private static string[] Files(WindowsMachine machine) =>
    [
        .. Directory.GetFiles(machine.InHome(""), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(file => file[machine.InHome("").Length..])
            .Where(file => !file.Contains("/Temp/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}

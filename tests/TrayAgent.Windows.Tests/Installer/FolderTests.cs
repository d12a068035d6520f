using System.Text;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Installer;

/// <summary>Where the setup program puts the program: <c>/D=</c>.</summary>
public sealed class FolderTests(Wine wine)
{
    private const string Run = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    private const string Uninstall = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\TrayAgent";
    private const string Settings = "AppData/Roaming/TrayAgent/settings.json";

    [Fact]
    public async Task Installed_elsewhere_the_earlier_one_goes_and_what_was_on_or_off_stays_so()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        await machine.SetRegistryAsync(@"HKCU\Environment", "Path", "REG_EXPAND_SZ", @"C:\other");
        var usual = machine.InHome("AppData/Local/Programs/TrayAgent");
        machine.Write(Settings, "{}");
        await machine.RunToEndAsync(BuiltSetup.Path, "/S");
        File.WriteAllText($"{usual}/notes.txt", "mine");

        // Over a newer one: who does that silently means it.
        await machine.SetRegistryAsync(Uninstall, "DisplayVersion", "REG_SZ", "99.0.0");
        await machine.RunToEndAsync(BuiltSetup.Path, "/S", @"/D=C:\elsewhere");

        Assert.Equal([$"{usual}/notes.txt"], Directory.GetFiles(usual));
        Assert.Equal(@"""C:\elsewhere\trayagentw.exe"" run", await machine.RegistryAsync(Run, "TrayAgent"));
        Assert.Equal(@"C:\other;C:\elsewhere", await machine.RegistryAsync(@"HKCU\Environment", "Path"));
        Assert.Equal(@"C:\elsewhere", await machine.RegistryAsync(Uninstall, "InstallLocation"));
        Assert.Equal(BuiltSetup.Version, await machine.RegistryAsync(Uninstall, "DisplayVersion"));
        Assert.Equal("{}", File.ReadAllText(machine.InHome(Settings)));

        Assert.Contains(@"C:\elsewhere\trayagentw.exe", Shortcut(machine), StringComparison.Ordinal);

        // Its current folder: nothing else in it lies there.
        Assert.Contains($@"C:\users\{Environment.UserName}", Shortcut(machine), StringComparison.Ordinal);

        // The same folder by another name is the same folder.
        await machine.RunToEndAsync(@"C:\elsewhere\trayagent.exe", "autostart", "off");
        Directory.CreateSymbolicLink(Path.Combine(wine.Drive, "again"), Path.Combine(wine.Drive, "elsewhere"));
        await machine.RunToEndAsync(BuiltSetup.Path, "/S", @"/D=C:\again");
        Assert.True(File.Exists(Path.Combine(wine.Drive, "elsewhere", "trayagent.exe")));
        Assert.Null(await machine.RegistryAsync(Run, "TrayAgent"));

        await machine.RunToEndAsync(Path.Combine(wine.Drive, "elsewhere", "uninstall.exe"), "/S");
        await Until.TrueAsync(() => !File.Exists(Path.Combine(wine.Drive, "elsewhere", "trayagent.exe")), "the program is gone");
        File.Delete(Path.Combine(wine.Drive, "again"));
        Directory.Delete(usual, recursive: true);
    }

    [Fact]
    public async Task A_folder_with_anything_else_in_it_is_refused()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var tools = Directory.CreateDirectory(Path.Combine(wine.Drive, "tools")).FullName;
        File.WriteAllText($"{tools}/LICENSE.txt", "of something else");
        var local = $@"C:\users\{Environment.UserName}\AppData\Local";

        foreach (var folder in new[] { @"C:\tools", $@"{local}\TrayAgent", $@"{local}\..\Local\trayagent\program", $@"C:\users\{Environment.UserName}\AppData\Roaming\TrayAgent" })
        {
            Assert.Equal((folder, 1), (folder, await machine.ExitCodeAsync(BuiltSetup.Path, "/S", $"/D={folder}")));
        }

        Assert.Equal(["LICENSE.txt"], Directory.GetFiles(tools).Select(Path.GetFileName));
        Assert.Equal("of something else", File.ReadAllText($"{tools}/LICENSE.txt"));
        Assert.False(Directory.Exists(machine.StateFolder));
        Assert.Null(await machine.RegistryAsync(Uninstall, "InstallLocation"));
    }

    private static string Shortcut(WindowsMachine machine) => Encoding.ASCII.GetString(
    [
        // Its strings have two bytes for each character.
        .. File.ReadAllBytes(Assert.Single(Directory.GetFiles(machine.InHome("AppData"), "TrayAgent.lnk", SearchOption.AllDirectories))).Where(one => one != 0),
    ]);
}

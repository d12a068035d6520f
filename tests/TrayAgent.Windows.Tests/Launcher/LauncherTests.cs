using System.Reflection.PortableExecutable;
using System.Text;
using TrayAgent.Windows.Tests.Installer;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Launcher;

/// <summary><c>trayagentw.exe</c> as it is shipped: what it hands on, and what it keeps away.</summary>
public sealed class LauncherTests(Wine wine)
{
    /// <summary>The program's name as somebody may write it, and what stands behind it.</summary>
    public static TheoryData<string, string> CommandLines => new()
    {
        { "trayagentw", "" },
        { @"""C:\a folder\trayagentw.exe""", " run" },
        { @"C:\""a folder""\trayagentw.exe", "\trun  " },
        { @"""C:\a folder\trayagentw.exe""", @" notice ""trayagent:notice/0""" },
        { "trayagentw.exe", " \"a b\" c\\ \"d\\\\\" \"e\\\"f\" é名\U0001F600 \"\" %PATH% ^& \"not closed " },
        { "trayagentw.exe", " " + new string('x', 32_000) },
    };

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task Arguments_arrive_as_they_were_given(string name, string rest)
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = await LauncherFolder.CreateAsync(wine, machine);

        Assert.Equal(0, await folder.SpawnAsync(LauncherFolder.Launcher, name + rest));

        Assert.Equal($"\"{folder.Windows(LauncherFolder.Program)}\"{rest}", await folder.CommandLineAsync());
    }

    /// <summary>Wine opens a window for a console program that Explorer starts, as Windows did before 11 24H2.</summary>
    [Fact]
    public async Task Only_without_it_there_is_a_console_window()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = await LauncherFolder.CreateAsync(wine, machine);

        Assert.Equal(7, await folder.SpawnAsync(LauncherFolder.Program, "trayagent run"));
        Assert.Equal(("console", "handle"), await SeenAsync());
        await folder.OpenAsync(LauncherFolder.Program);
        Assert.Equal("console", (await SeenAsync()).Console);

        Assert.Equal(0, await folder.SpawnAsync(LauncherFolder.Launcher, "trayagentw run"));
        Assert.Equal(("no console", "no handle"), await SeenAsync());
        await folder.OpenAsync(LauncherFolder.Launcher);
        Assert.Equal("no console", (await SeenAsync()).Console);

        async Task<(string Console, string Handle)> SeenAsync() => await folder.StartedAsync() is [var console, _, var handle] ? (console, handle) : default;
    }

    /// <summary>There is one in the current folder and one on the PATH, which are not meant.</summary>
    [Fact]
    public async Task A_program_that_is_missing_is_named()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = await LauncherFolder.CreateAsync(wine, machine);
        folder.TakeProgramAway();
        var elsewhere = Directory.CreateDirectory(Path.Combine(wine.Drive, "another")).FullName;
        File.Copy(await NativePrograms.WitnessAsync(wine), Path.Combine(elsewhere, LauncherFolder.Program), overwrite: true);

        var ends = folder.SpawnAsync(LauncherFolder.Launcher, "trayagentw run", elsewhere);
        var dialog = await WindowsMachine.EndOfAsync(machine.StartProgram(await NativePrograms.DialogAsync(wine), "TrayAgent"));

        Assert.StartsWith($"'{folder.Windows(LauncherFolder.Program)}' could not be started. Install TrayAgent again.\n\n", dialog.Out, StringComparison.Ordinal);
        Assert.Equal(1, await ends);
        Assert.False(File.Exists(Path.Combine(elsewhere, "started")));
    }

    [Fact]
    public async Task It_is_small_and_nothing_but_Windows_is_in_it()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var shipped = await ShippedFiles.FolderAsync(wine, machine);
        var launcher = Path.Combine(shipped, LauncherFolder.Launcher);

        Assert.Equal(Subsystem.WindowsGui, SubsystemOf(launcher));
        Assert.Equal(Subsystem.WindowsCui, SubsystemOf(Path.Combine(shipped, LauncherFolder.Program)));
        Assert.InRange(new FileInfo(launcher).Length, 1, 50 * 1024);
        Assert.DoesNotContain("msvcrt", Encoding.ASCII.GetString(File.ReadAllBytes(launcher)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal([16, 20, 24, 32, 48, 64, 256], PeIcon.Of(launcher).Select(picture => picture.Size));
        Assert.Contains("PerMonitorV2", PeManifest.Of(launcher), StringComparison.Ordinal);
    }

    private static Subsystem SubsystemOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.PEHeaders.PEHeader!.Subsystem;
    }
}

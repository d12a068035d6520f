using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>Against a library of ours beside the program, in the place of Windows' own.</summary>
[Collection(nameof(Taskbar))]
public sealed class LockedAtStartTests(Wine wine, Taskbar taskbar)
{
    [Fact]
    public async Task An_agent_that_starts_while_the_screen_is_locked_knows_it()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        WindowsAgent.Prepare(machine);
        var folder = Directory.CreateDirectory(Path.Combine(wine.Drive, "locked")).FullName;
        File.Copy(WindowsProgram.Path, Path.Combine(folder, "trayagent.exe"));
        File.Copy(await NativePrograms.LockedAsync(wine), Path.Combine(folder, "wtsapi32.dll"));

        // Otherwise Wine takes its own whatever lies beside the program.
        machine.Environment["WINEDLLOVERRIDES"] = "wtsapi32=n";
        taskbar.StartProgram(machine, Path.Combine(folder, "trayagent.exe"), "run", "--verbose");

        await Until.TrueAsync(() => File.Exists(Path.Combine(machine.StateFolder, "screen-locked")), "the other processes are told of the lock");

        // As an installer ends it.
        await taskbar.PostAsync("0x10");
        await taskbar.ShowsAsync(null);
    }
}

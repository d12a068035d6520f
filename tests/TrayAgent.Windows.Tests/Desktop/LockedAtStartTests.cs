using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>Against a library of ours in the place of Windows' own.</summary>
[Collection(nameof(Taskbar))]
public sealed class LockedAtStartTests(Wine wine, Taskbar taskbar)
{
    [Fact]
    public async Task An_agent_that_starts_while_the_screen_is_locked_knows_it()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        WindowsAgent.Prepare(machine);
        var (library, kept) = (Path.Combine(wine.Drive, "windows", "system32", "wtsapi32.dll"), Path.Combine(wine.Drive, "wtsapi32.kept"));
        File.Move(library, kept);
        try
        {
            File.Copy(await NativePrograms.LockedAsync(wine), library);

            // Otherwise Wine takes its own whatever lies there.
            machine.Environment["WINEDLLOVERRIDES"] = "wtsapi32=n";
            taskbar.Start(machine, "run", "--verbose");

            await Until.TrueAsync(() => File.Exists(Path.Combine(machine.StateFolder, "screen-locked")), "the other processes are told of the lock");
        }
        finally
        {
            File.Move(kept, library, overwrite: true);
        }

        // As an installer ends it.
        await taskbar.PostAsync("0x10");
        await taskbar.ShowsAsync(null);
    }
}

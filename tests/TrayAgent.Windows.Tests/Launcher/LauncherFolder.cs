using System.Text;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Installer;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Launcher;

/// <summary>The shipped <c>trayagentw.exe</c>, with a program beside it that tells how it was started: see <c>witness.c</c>.</summary>
internal sealed class LauncherFolder(Wine wine, WindowsMachine machine, string path)
{
    public const string Launcher = "trayagentw.exe";
    public const string Program = "trayagent.exe";

    public static async Task<LauncherFolder> CreateAsync(Wine wine, WindowsMachine machine)
    {
        var path = Directory.CreateDirectory(Path.Combine(wine.Drive, "a folder é名")).FullName;
        File.Copy(Path.Combine(await ShippedFiles.FolderAsync(wine, machine), Launcher), Path.Combine(path, Launcher), overwrite: true);
        File.Copy(await NativePrograms.WitnessAsync(wine), Path.Combine(path, Program), overwrite: true);
        return new LauncherFolder(wine, machine, path);
    }

    /// <summary>Without the program.</summary>
    public void TakeProgramAway() => File.Delete(Path.Combine(path, Program));

    /// <summary>A file in it, as Windows sees it.</summary>
    public string Windows(string name) => wine.ToWindows(Path.Combine(path, name));

    /// <summary>By <c>CreateProcess</c> from a program without a console, as Explorer does: see <c>spawn.c</c>.</summary>
    /// <param name="name">Which of the two.</param>
    /// <param name="commandLine">As it is.</param>
    /// <param name="current">The current folder, and the PATH; null: this one.</param>
    public async Task<int> SpawnAsync(string name, string commandLine, string? current = null)
    {
        Forget();
        var file = Path.Combine(path, "line");
        await File.WriteAllBytesAsync(file, Encoding.Unicode.GetBytes(commandLine), TestContext.Current.CancellationToken);
        return await machine.ExitCodeAsync(await NativePrograms.SpawnAsync(wine), Windows(name), wine.ToWindows(file), wine.ToWindows(current ?? path));
    }

    /// <summary>By <c>ShellExecute</c>, as a shortcut or a link does.</summary>
    public Task OpenAsync(string name)
    {
        Forget();
        return machine.RunToEndAsync("start", Windows(name), "run");
    }

    /// <summary>What the program in the place of ours found: console window, current folder, handle.</summary>
    public async Task<string[]> StartedAsync()
    {
        await Until.TrueAsync(() => Read("started").EndsWith("handle\n", StringComparison.Ordinal), "the program was started");
        return Read("started").TrimEnd().Split('\n');
    }

    public async Task<string> CommandLineAsync()
    {
        await StartedAsync();
        return Encoding.Unicode.GetString(await File.ReadAllBytesAsync(Path.Combine(path, "command-line"), TestContext.Current.CancellationToken));
    }

    private void Forget() => File.Delete(Path.Combine(path, "started"));

    private string Read(string name) => File.Exists(Path.Combine(path, name)) ? File.ReadAllText(Path.Combine(path, name)) : "";
}

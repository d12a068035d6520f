using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Windows.Tests.Support;

/// <summary>
/// One Windows for all tests: a prefix of its own (12 s, 700 MB), a screen of its own, and a server that stays between programs.
/// Debian: wine64, xvfb. Wine takes the user's folders from its registry, whatever the environment says, so tests empty them instead.
/// </summary>
public sealed class Wine : IAsyncLifetime
{
    public const int Width = 1000;
    public const int Height = 700;

    /// <summary>Only one of this name has a taskbar.</summary>
    private const string Desktop = "shell";

    /// <summary>The program itself, not Debian's script around it: its id is what a test ends.</summary>
    internal const string Loader = "/usr/lib/wine/wine64";

    private const string Server = "/usr/lib/wine/wineserver64";

    /// <summary>A cold machine needs 15 s for the first.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("wine-").FullName;
    private readonly List<OwnedProcess> _processes = [];
    private readonly Dictionary<string, string> _environment = [];

    /// <summary>For programs that are to be in this Windows.</summary>
    internal IReadOnlyDictionary<string, string> Environment => _environment;

    /// <summary>The C: drive, as Linux sees it.</summary>
    public string Drive => Path.Combine(Prefix, "drive_c");

    /// <summary><c>%USERPROFILE%</c>, as Linux sees it.</summary>
    public string UserProfile => Path.Combine(Drive, "users", System.Environment.UserName);

    private string Prefix => Path.Combine(_folder, "prefix");

    /// <summary>As Windows sees a path of Linux: <c>C:\</c> for what is on its drive, <c>Z:\</c> for all else.</summary>
    public string ToWindows(string path) => path.StartsWith(Drive + "/", StringComparison.Ordinal)
        ? @"C:\" + path[(Drive.Length + 1)..].Replace('/', '\\')
        : "Z:" + path.Replace('/', '\\');

    public async ValueTask InitializeAsync()
    {
        foreach (var (variable, name) in new[] { ("HOME", "home"), ("XDG_RUNTIME_DIR", "runtime"), ("TMPDIR", "tmp") })
        {
            _environment[variable] = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        }

        _environment["PATH"] = "/usr/bin:/bin";
        _environment["LANG"] = "C.UTF-8";
        _environment["WINEPREFIX"] = Prefix;
        _environment["WINEDEBUG"] = "-all";
        Directory.CreateDirectory(Prefix);
        await StartScreenAsync();

        // Ends when the server listens, which stays: a program that came earlier would start another one, and the two would fight.
        await OwnedProcess.RunAsync(_environment, "/bin/sh", "-c", "exec \"$0\" --persistent > /dev/null 2>&1", Server);
        await RunAsync(_environment, "wineboot", "--init");

        // What an unhandled exception would otherwise open waits for a click that nobody makes. And all programs are on one desktop:
        // for who shows or broadcasts something, Wine would open another one each time, and waits ten seconds for it.
        await ImportAsync(
            $"""
            [HKEY_CURRENT_USER\Software\Wine\WineDbg]
            "ShowCrashDialog"=dword:00000000
            [HKEY_CURRENT_USER\Software\Wine\Explorer]
            "Desktop"="{Desktop}"
            [HKEY_CURRENT_USER\Software\Wine\Explorer\Desktops]
            "{Desktop}"="{Width}x{Height}"

            """);
        await RunAsync(_environment, "winecfg", "-v", "win10");
        _processes.Add(StartOnDesktop(_environment, ToWindows(await NativePrograms.PostAsync(this)), "stay"));
    }

    internal Task RegistryAsync(string key, string name, string type, string data) =>
        RunAsync(_environment, "reg", "add", key, "/v", name, "/t", type, "/d", data, "/f");

    /// <summary>Many keys with one program; in the form of <c>.reg</c> files, without their first line.</summary>
    internal async Task ImportAsync(string keys)
    {
        var file = Path.Combine(Drive, "import.reg");
        await File.WriteAllTextAsync(file, $"REGEDIT4\n\n{keys}");
        await RunAsync(_environment, "reg", "import", ToWindows(file));
    }

    internal Task UnregisterAsync(string key) => RunAsync(_environment, "reg", "delete", key, "/f");

    /// <summary>Without a name. Wine looks for the programs of links and files only in HKLM, not in HKCU\Software\Classes.</summary>
    internal Task RegistryDefaultAsync(string key, string data) => RunAsync(_environment, "reg", "add", key, "/ve", "/t", "REG_SZ", "/d", data, "/f");

    /// <summary>A program in this Windows.</summary>
    internal OwnedProcess Start(IReadOnlyDictionary<string, string> environment, params string[] command) =>
        OwnedProcess.Start(environment, Loader, command);

    /// <summary>Without pipes: what such a program starts in the background would keep them open, and nobody would see it end.</summary>
    internal static OwnedProcess StartUnheard(IReadOnlyDictionary<string, string> environment, params string[] command) =>
        OwnedProcess.Start(environment, "/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", Loader, .. command]);

    /// <summary>
    /// As the desktop starts programs. The first opens it and stays, because it does not open a second time; others end by themselves,
    /// some of them only after ten seconds.
    /// </summary>
    internal static OwnedProcess StartOnDesktop(IReadOnlyDictionary<string, string> environment, params string[] command) =>
        StartUnheard(environment, ["explorer", $"/desktop={Desktop},{Width}x{Height}", .. command]);

    public async ValueTask DisposeAsync()
    {
        // Ends what still runs in this prefix: the services of Windows, too. It fails where nothing does.
        await using (var kill = OwnedProcess.Start(_environment, Server, "--kill"))
        {
            await kill.EndAsync(Limit);
        }

        foreach (var process in Enumerable.Reverse(_processes))
        {
            await process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    internal async Task RunAsync(IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        await using var process = StartUnheard(environment, command);
        Assert.True(await process.EndAsync(Limit) == 0, $"'{string.Join(' ', command)}' failed: {string.Join('\n', process.Output)}");
    }

    private async Task StartScreenAsync()
    {
        // The server picks a free display by itself and prints its number.
        var screen = OwnedProcess.Start(
            _environment, "Xvfb", "-displayfd", "1", "-screen", "0", $"{Width}x{Height}x24", "-nolisten", "tcp");
        _processes.Add(screen);
        _environment["DISPLAY"] = ":" + await screen.FirstLineAsync();
    }
}

using System.Text;

namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>
/// A desktop of its own: an X server without a screen, a private bus, Xfce's panel with nothing but the tray, and
/// Xfce's notification server. Debian: xvfb, dbus, xfce4-panel, xfce4-notifyd, xfconf, xdotool, imagemagick.
/// </summary>
internal sealed class XfceDesktop : IAsyncDisposable
{
    private const string Libraries = "/usr/lib";
    private const int Width = 800;
    private const int Height = 600;

    /// <summary>The newest notice ends above the lower edge; this row runs through its buttons, below their labels.</summary>
    private const int ButtonRow = 560;

    private readonly string _folder = Directory.CreateTempSubdirectory("xfce-").FullName;
    private readonly List<OwnedProcess> _processes = [];
    private readonly Dictionary<string, string> _environment = [];
    private OwnedProcess? _panel;
    private OwnedProcess? _notifyd;

    private XfceDesktop()
    {
    }

    /// <summary>Where the first icon of the tray is.</summary>
    public static (int X, int Y) TrayIcon => (15, 15);

    /// <summary>What a program needs to be on this desktop and on no other.</summary>
    public IReadOnlyDictionary<string, string> Environment => _environment;

    public string Folder => _folder;

    public string Home => Path.Join(_folder, "home");

    /// <summary>Starts the X server, the bus and the settings; panel and notification server when told.</summary>
    public static async Task<XfceDesktop> StartAsync()
    {
        var desktop = new XfceDesktop();
        try
        {
            desktop.PrepareHome();
            await desktop.StartScreenAsync();
            await desktop.StartBusAsync();
            desktop.Own(OwnedProcess.Start(desktop._environment, Find("xfconf/xfconfd")));
            await desktop.NameAppearsAsync("org.xfce.Xfconf");
            return desktop;
        }
        catch
        {
            await desktop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the panel collects tray icons.</summary>
    public async Task StartPanelAsync()
    {
        _panel = OwnedProcess.Start(_environment, "xfce4-panel", "--disable-wm-check");
        await NameAppearsAsync("org.kde.StatusNotifierWatcher");
    }

    /// <summary>As a crash would: the program is killed.</summary>
    public async Task StopPanelAsync()
    {
        await (_panel?.DisposeAsync() ?? ValueTask.CompletedTask);
        _panel = null;
        await Until.TrueAsync(
            async () => !await HasNameAsync("org.kde.StatusNotifierWatcher"), "the panel's name is gone from the bus");
    }

    public async Task StartNotifydAsync()
    {
        _notifyd = OwnedProcess.Start(_environment, Find("notifyd/xfce4-notifyd"));
        await NameAppearsAsync("org.freedesktop.Notifications");
    }

    public async Task StopNotifydAsync()
    {
        await (_notifyd?.DisposeAsync() ?? ValueTask.CompletedTask);
        _notifyd = null;
    }

    /// <summary>The whole screen as a PNG.</summary>
    public Task ScreenshotAsync(string path) => RunAsync("import", "-window", "root", path);

    public Task ClickAsync(int x, int y) => MouseAsync(x, y, "1");

    public Task RightClickAsync(int x, int y) => MouseAsync(x, y, "3");

    public Task MiddleClickAsync(int x, int y) => MouseAsync(x, y, "2");

    public Task KeyAsync(string key) => RunAsync("xdotool", "key", key);

    public Task PointAtAsync(int x, int y) => RunAsync("xdotool", "mousemove", $"{x}", $"{y}");

    /// <summary>Waits for a notice with buttons and clicks one of them.</summary>
    /// <param name="index">From the left, from 0.</param>
    public async Task ClickNoticeButtonAsync(int index)
    {
        IReadOnlyList<int> buttons = [];
        await Until.TrueAsync(
            async () => (buttons = await NoticeButtonsAsync()).Count > index,
            "a notice with buttons is on the screen");
        await ClickAsync(buttons[index], ButtonRow);
    }

    /// <summary>Waits until a notice with a button is on the screen, does something, and waits until another notice is in its place.</summary>
    public async Task ReplacesNoticeAsync(Func<Task> act)
    {
        await Until.TrueAsync(async () => (await NoticeButtonsAsync()).Count > 0, "a notice with buttons is on the screen");
        var before = await LookAsync();
        await act();
        await Until.TrueAsync(async () => !(await LookAsync()).HasSameRow(ButtonRow, before), "another notice is on the screen");
    }

    /// <summary>The middles of the buttons of the newest notice; none when there is no notice, or one without buttons.</summary>
    public async Task<IReadOnlyList<int>> NoticeButtonsAsync() => (await LookAsync()).Stretches(ButtonRow, longerThan: 30);

    /// <summary>The pixels of the screen, for tests that look for a colour.</summary>
    public async Task<Screen> LookAsync()
    {
        var path = Path.Join(_folder, $"{Guid.NewGuid():N}.rgb");
        await RunAsync("import", "-window", "root", "-depth", "8", $"rgb:{path}");
        var screen = new Screen(Width, Height, await File.ReadAllBytesAsync(path));
        File.Delete(path);
        return screen;
    }

    public Task<string> RunAsync(string program, params string[] arguments) =>
        OwnedProcess.RunAsync(_environment, program, arguments);

    public async ValueTask DisposeAsync()
    {
        await StopNotifydAsync();
        await (_panel?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var process in Enumerable.Reverse(_processes))
        {
            await process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task<string> MouseAsync(int x, int y, string button) =>
        RunAsync("xdotool", "mousemove", $"{x}", $"{y}", "click", button);

    private void PrepareHome()
    {
        foreach (var (variable, folder) in new[]
        {
            ("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "runtime"), ("TMPDIR", "tmp"),
        })
        {
            _environment[variable] = Directory.CreateDirectory(Path.Join(_folder, folder)).FullName;
        }

        _environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
        _environment["LANG"] = "C.UTF-8";
        _environment["NO_AT_BRIDGE"] = "1";
        _environment["GDK_BACKEND"] = "x11";
        _environment["GTK_A11Y"] = "none";
        var channels = Directory.CreateDirectory(
            Path.Join(_environment["XDG_CONFIG_HOME"], "xfce4", "xfconf", "xfce-perchannel-xml")).FullName;
        File.WriteAllText(Path.Join(channels, "xfce4-panel.xml"), XfceSettings.Panel);
        File.WriteAllText(Path.Join(channels, "xfce4-notifyd.xml"), XfceSettings.Notifyd);
    }

    private async Task StartScreenAsync()
    {
        // The server picks a free display by itself and prints its number.
        var screen = Own(OwnedProcess.Start(
            _environment, "Xvfb", "-displayfd", "1", "-screen", "0", $"{Width}x{Height}x24", "-nolisten", "tcp"));
        _environment["DISPLAY"] = ":" + await screen.FirstLineAsync();
    }

    private async Task StartBusAsync()
    {
        // No service folders: nothing is started that the test did not start.
        var config = Path.Join(_folder, "bus.conf");
        await File.WriteAllTextAsync(config, XfceSettings.Bus(_environment["TMPDIR"]), Encoding.UTF8);
        var bus = Own(OwnedProcess.Start(
            _environment, "dbus-daemon", $"--config-file={config}", "--nofork", "--nopidfile", "--print-address"));
        _environment["DBUS_SESSION_BUS_ADDRESS"] = await bus.FirstLineAsync();
        _environment["DBUS_SYSTEM_BUS_ADDRESS"] = _environment["DBUS_SESSION_BUS_ADDRESS"];
    }

    private OwnedProcess Own(OwnedProcess process)
    {
        _processes.Add(process);
        return process;
    }

    private Task NameAppearsAsync(string name) => Until.TrueAsync(() => HasNameAsync(name), $"'{name}' is on the bus");

    private async Task<bool> HasNameAsync(string name) =>
        (await RunAsync(
            "dbus-send", "--bus=" + _environment["DBUS_SESSION_BUS_ADDRESS"], "--print-reply=literal",
            "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", $"string:{name}"))
        .Contains("true", StringComparison.Ordinal);

    /// <summary>Xfce's servers live in a folder that is named after the processor.</summary>
    private static string Find(string server) =>
        Directory.EnumerateDirectories(Libraries, "*-linux-gnu*")
            .Select(folder => Path.Join(folder, "xfce4", server))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException(
            $"'{server}' was not found below '{Libraries}'. Install 'xfce4-panel' and 'xfce4-notifyd'.");
}

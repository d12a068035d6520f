using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>
/// Wine's own desktop with its taskbar along the lower edge. A program of ours keeps it open, so that an icon can be seen to go.
/// Debian: xdotool, imagemagick.
/// </summary>
public sealed class Taskbar(Wine wine) : IAsyncLifetime
{
    private const int Width = Wine.Width;
    private const int Height = Wine.Height;
    private const int BarHeight = 20;

    /// <summary>Of the menu while somebody signs in, in pixels.</summary>
    private const int MenuWidth = 140;

    private const int IconX = 990;
    private const int IconY = 690;

    private static readonly ScreenArea IconPlace = new(Width - BarHeight, Height - BarHeight, BarHeight, BarHeight);
    private static readonly ScreenArea AboveBar = new(Width - 300, Height - BarHeight - 75, 300, 75);
    private static readonly (int, int, int) White = (255, 255, 255);

    private readonly List<OwnedProcess> _opened = [];
    private string _post = "";

    /// <summary>Pictures of the screen; kept after the tests.</summary>
    private static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults")).FullName;

    public async ValueTask InitializeAsync()
    {
        _post = wine.ToWindows(await NativePrograms.PostAsync(wine));
        await ShowsAsync(null);
    }

    /// <summary>Started as the desktop starts programs: without it a program has no taskbar.</summary>
    internal void Start(WindowsMachine machine, params string[] arguments) => StartProgram(machine, [WindowsProgram.Path, .. arguments]);

    /// <inheritdoc cref="Start"/>
    internal void StartProgram(WindowsMachine machine, params string[] command) =>
        Open((IReadOnlyDictionary<string, string>)machine.Environment, command);

    /// <summary>As when the person logs off: Wine tells the programs of this desktop.</summary>
    public void EndSession() => Open(wine.Environment, @"C:\windows\system32\wineboot.exe", "--end-session");

    internal Task ShowsAsync(IconColour? colour) => Until.TrueAsync(
        async () => await LookAsync() is var screen && screen.IconIn(IconPlace) == colour && (colour is not null || screen.Count(IconPlace, White) > 0),
        $"the icon on the taskbar is {colour?.ToString() ?? "gone"}");

    /// <summary>A tooltip, menu or balloon at the icon.</summary>
    public Task ShowsSomethingAboveAsync(string what) => Until.TrueAsync(
        async () => (await LookAsync()).Count(AboveBar, White) > 1000, $"there is {what} above the icon");

    public Task ShowsNothingAboveAsync() => Until.TrueAsync(
        async () => (await LookAsync()).Count(AboveBar, White) < 100, "there is nothing above the icon any more");

    /// <summary>From elsewhere: a pointer that is there already does not move, and there is no tooltip.</summary>
    public Task PointAtIconAsync() => XdotoolAsync("mousemove", $"{Width / 2}", $"{Height / 2}", "mousemove", $"{IconX}", $"{IconY}");

    /// <param name="button">1 is left, 3 right.</param>
    public Task ClickIconAsync(int button) => XdotoolAsync("mousemove", $"{IconX}", $"{IconY}", "click", $"{button}");

    /// <summary>Opens the menu with the right button, and clicks what stands on a line.</summary>
    /// <param name="fromBelow">1 is the last line.</param>
    public async Task ClickInMenuAsync(int fromBelow)
    {
        await ClickIconAsync(3);
        await ShowsSomethingAboveAsync("a menu");
        await PictureAsync("menu");
        var screen = await LookAsync();
        var lines = screen.TextLines(new ScreenArea(Left(screen), Height - BarHeight - 75, Width - Left(screen), 74));
        await XdotoolAsync("mousemove", $"{Width - 60}", $"{lines[^fromBelow]}", "click", "1");
        await ShowsNothingAboveAsync();
    }

    /// <summary>In the menu that has its corner at a point, opens the menu behind a line, and clicks its first.</summary>
    public async Task ClickInSubmenuAsync(int x, int y, int fromBelow)
    {
        await IsWhiteAsync(x + 5, y + 5);
        var line = (await LookAsync()).TextLines(new ScreenArea(x, y, MenuWidth, 200))[^fromBelow];
        await XdotoolAsync("mousemove", $"{x + 40}", $"{line}", "click", "1");
        await IsWhiteAsync(x + MenuWidth + 5, line - 5);
        await PictureAsync("submenu");
        await XdotoolAsync("mousemove", $"{x + MenuWidth + 40}", $"{line}", "click", "1");

        Task IsWhiteAsync(int left, int top) => Until.TrueAsync(
            async () => (await LookAsync()).Count(new ScreenArea(left, top, 40, 10), White) > 100, $"a menu is at {left}, {top}");
    }

    /// <summary>Says to the agent's window what Wine does not say by itself.</summary>
    public async Task PostAsync(string message, long wParam = 0, long lParam = 0)
    {
        await using var post = wine.Start(wine.Environment, _post, message, $"{wParam}", $"{lParam}");
        Assert.True(await post.EndAsync(TimeSpan.FromSeconds(30)) == 0, string.Join('\n', post.Output));
    }

    public Task PictureAsync(string name) =>
        OwnedProcess.RunAsync(wine.Environment, "import", "-window", "root", Path.Combine(Pictures, $"windows-{name}.png"));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _opened)
        {
            await process.DisposeAsync();
        }
    }

    private void Open(IReadOnlyDictionary<string, string> environment, params string[] command) =>
        _opened.Add(Wine.StartOnDesktop(environment, command));

    /// <summary>Where the menu begins: it is white down to the bar.</summary>
    private static int Left(Screen screen)
    {
        var left = Width - 20;
        while (left > 0 && screen.Count(new ScreenArea(left - 1, Height - BarHeight - 4, 1, 1), White) == 1)
        {
            left--;
        }

        return left;
    }

    private async Task<Screen> LookAsync()
    {
        var path = Path.Combine(Pictures, $"{Guid.NewGuid():N}.rgb");
        await OwnedProcess.RunAsync(wine.Environment, "import", "-window", "root", "-depth", "8", $"rgb:{path}");
        var screen = new Screen(Width, Height, await File.ReadAllBytesAsync(path));
        File.Delete(path);
        return screen;
    }

    private Task<string> XdotoolAsync(params string[] arguments) => OwnedProcess.RunAsync(wine.Environment, "xdotool", arguments);
}

using System.Globalization;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Xfce;

/// <summary>The agent's menu as xfce4-panel draws it, and a mouse in it.</summary>
internal sealed class PanelMenu(XfceDesktop desktop, Tray tray)
{
    private const string Owner = "wrapper-2.0";

    /// <summary>A right click on the icon; returns when every entry is on the screen.</summary>
    public async Task OpenAsync()
    {
        await Until.TrueAsync(async () => (await desktop.LookAsync()).IconInTray() is not null, "the icon is in the panel");
        await Until.TrueAsync(OpensAsync, "a right click on the icon opens the agent's menu");
    }

    /// <summary>Clicks an entry, and then one in the submenu that opens.</summary>
    public async Task ClickAsync(params string[] labels)
    {
        var entries = await tray.MenuAsync();
        foreach (var (depth, label) in labels.Index())
        {
            var named = entries.Where(entry => entry.Label.Length > 0).ToList();
            var (left, lines) = await LinesAsync(depth, named.Count);
            var wanted = named.FindIndex(entry => entry.Label == label);
            Assert.True(wanted >= 0, $"The menu has no '{label}', but {string.Join(", ", named)}.");
            await desktop.ClickAsync(left + 60, lines[wanted]);
            entries = named[wanted].Children;
        }
    }

    /// <summary>Opens the submenus of that path, takes a picture of them, and closes them.</summary>
    public async Task PictureAsync(string file, params string[] labels)
    {
        await OpenAsync();
        await ClickAsync(labels);
        await Until.TrueAsync(async () => (await WindowsAsync()).Count > labels.Length, "the submenus are open");
        await desktop.ScreenshotAsync(file);
        foreach (var _ in labels.Prepend(""))
        {
            await desktop.KeyAsync("Escape");
        }

        await Until.TrueAsync(async () => (await WindowsAsync()).Count == 0, "the menus are closed");
    }

    /// <summary>As long as the panel has not fetched the menu it opens its own one instead, which says "Properties".</summary>
    private async Task<bool> OpensAsync()
    {
        var (x, y) = XfceDesktop.TrayIcon;
        await desktop.RightClickAsync(x, y);
        await Until.TrueAsync(async () => (await WindowsAsync()).Count > 0, "a menu opens");
        var entries = (await tray.MenuAsync()).Count(entry => entry.Label.Length > 0);
        if (await Until.SoonAsync(async () => (await MenuAsync(0)).Lines.Count == entries))
        {
            return true;
        }

        await desktop.KeyAsync("Escape");
        await Until.TrueAsync(async () => (await WindowsAsync()).Count == 0, "the panel's own menu closes");
        return false;
    }

    /// <summary>Waits for a menu with so many lines of text.</summary>
    /// <returns>Its left edge, and the middle of each line.</returns>
    private async Task<(int Left, IReadOnlyList<int> Lines)> LinesAsync(int depth, int count)
    {
        (int Left, IReadOnlyList<int> Lines) found = (0, []);
        await Until.TrueAsync(
            async () => (found = await MenuAsync(depth)).Lines.Count == count, $"menu {depth} is on the screen with {count} entries");
        return found;
    }

    private async Task<(int Left, IReadOnlyList<int> Lines)> MenuAsync(int depth)
    {
        var windows = await WindowsAsync();
        return windows.Count > depth ? (windows[depth].X, (await desktop.LookAsync()).TextLines(windows[depth])) : (0, []);
    }

    /// <summary>The menus on the screen from the lowest to the topmost, which is the deepest; the panel's own windows are smaller.</summary>
    private async Task<IReadOnlyList<ScreenArea>> WindowsAsync()
    {
        var areas = new List<ScreenArea>();
        foreach (var id in (await SearchAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var geometry = (await desktop.RunAsync("xdotool", "getwindowgeometry", "--shell", id)).Split('\n')
                .Select(line => line.Split('='))
                .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
            areas.Add(new ScreenArea(geometry["X"], geometry["Y"], geometry["WIDTH"], geometry["HEIGHT"]));
        }

        // So the X server lists them; a wide submenu may begin left of its parent.
        return [.. areas.Where(area => area is { Width: > 50, Height: > 40 })];
    }

    private async Task<string> SearchAsync()
    {
        try
        {
            return await desktop.RunAsync("xdotool", "search", "--onlyvisible", "--class", Owner);
        }
        catch (InvalidOperationException)
        {
            // So xdotool says that there is none, or that one closed just now.
            return "";
        }
    }
}

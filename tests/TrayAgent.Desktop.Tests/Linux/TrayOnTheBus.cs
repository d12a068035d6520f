using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>The icon as a panel sees it, read with busctl.</summary>
public sealed class TrayOnTheBus(PrivateBus bus) : IClassFixture<PrivateBus>
{
    private const string Watcher = "org.kde.StatusNotifierWatcher";
    private const string Interface = "org.kde.StatusNotifierItem";

    [Theory]
    [InlineData("Category", """{"type":"s","data":"ApplicationStatus"}""")]
    [InlineData("Id", """{"type":"s","data":"trayagent"}""")]
    [InlineData("Title", """{"type":"s","data":"TrayAgent: fine"}""")]
    [InlineData("Status", """{"type":"s","data":"Active"}""")]
    [InlineData("WindowId", """{"type":"i","data":0}""")]
    [InlineData("IconName", """{"type":"s","data":""}""")]
    [InlineData("IconThemePath", """{"type":"s","data":""}""")]
    [InlineData("IconAccessibleDesc", """{"type":"s","data":"TrayAgent: fine"}""")]
    [InlineData("OverlayIconName", """{"type":"s","data":""}""")]
    [InlineData("OverlayIconPixmap", """{"type":"a(iiay)","data":[]}""")]
    [InlineData("AttentionIconName", """{"type":"s","data":""}""")]
    [InlineData("AttentionMovieName", """{"type":"s","data":""}""")]
    [InlineData("AttentionAccessibleDesc", """{"type":"s","data":"TrayAgent: fine"}""")]
    [InlineData("ItemIsMenu", """{"type":"b","data":false}""")]
    [InlineData("Menu", """{"type":"o","data":"/MenuBar"}""")]
    [InlineData("ToolTip", """{"type":"(sa(iiay)ss)","data":["",[],"TrayAgent: fine","corp ‹b› + co\nends"]}""")]
    public Task Every_property_is_served(string property, string expected) =>
        Check(Given.View(toolTip: "corp <b> & c\u202Eo\a\nends"), property, expected);

    [Fact]
    public Task A_needed_sign_in_asks_for_attention() =>
        Check(Given.View(TrayIcon.SignInNeeded), "Status", """{"type":"s","data":"NeedsAttention"}""");

    [Theory]
    [InlineData("IconPixmap")]
    [InlineData("AttentionIconPixmap")]
    public async Task The_picture_comes_in_five_sizes_in_network_byte_order(string property)
    {
        await using var panel = await bus.MockAsync("watcher.py", Watcher);
        await using var desktop = Given.Desktop(bus);
        desktop.Show(Given.View(TrayIcon.Busy));
        var item = await panel.ItemNameAsync();

        var pictures = (await bus.DataAsync(GetAsync(item, property)))[0].GetProperty("data").EnumerateArray().ToList();

        Assert.Equal([16, 22, 24, 32, 48], pictures.Select(picture => picture[0].GetInt32()));
        Assert.Equal(
            TrayIconPixels.Draw(TrayIcon.Busy, 22), pictures[1][2].EnumerateArray().Select(part => part.GetByte()));
    }

    [Fact]
    public Task A_property_that_does_not_exist_gets_the_error_of_the_specification() =>
        Check(Given.View(), "NoSuch", "Call failed: '/StatusNotifierItem' has no such property.");

    [Fact]
    public async Task A_panel_that_starts_late_or_again_gets_the_icon()
    {
        await using var desktop = Given.Desktop(bus);
        for (var start = 0; start < 2; start++)
        {
            await using (var panel = await bus.MockAsync("watcher.py", Watcher))
            {
                await panel.ItemNameAsync();
                await desktop.FacesBecomeAsync(DesktopFaces.Tray);
            }

            await desktop.FacesBecomeAsync(DesktopFaces.None);
        }
    }

    [Fact]
    public async Task An_icon_that_is_collected_but_shown_by_nobody_is_no_face()
    {
        await using var panel = await bus.MockAsync("watcher.py", Watcher, """{"host": false}""");
        await using var desktop = Given.Desktop(bus);
        await GetAsync(await panel.ItemNameAsync(), "Title");
        await GetAsync(await panel.ItemNameAsync(), "Title");
        Assert.Equal(DesktopFaces.None, desktop.Faces);

        await bus.CallAsync(
            Watcher, "/StatusNotifierWatcher", "org.freedesktop.DBus.Mock", "UpdateProperties", "sa{sv}",
            Watcher, "1", "IsStatusNotifierHostRegistered", "b", "true");
        await bus.EmitAsync(Watcher, "/StatusNotifierWatcher", Watcher, "StatusNotifierHostRegistered", "");

        await desktop.FacesBecomeAsync(DesktopFaces.Tray);
    }

    [Fact]
    public async Task A_change_is_announced_once_and_an_equal_view_not_at_all()
    {
        await using var panel = await bus.MockAsync("watcher.py", Watcher);
        await using var desktop = Given.Desktop(bus);
        desktop.Show(Given.View());
        var item = await panel.ItemNameAsync();
        await using var monitor = Peer.Start(
            bus.Address, "dbus-monitor", "--address", bus.Address, $"type='signal',interface='{Interface}'");
        await monitor.LineAsync("NameAcquired");

        desktop.Show(Given.View());
        desktop.Show(Given.View(toolTip: "1"));
        await GetAsync(item, "Title");
        desktop.Show(Given.View(toolTip: "1"));
        desktop.Show(Given.View(TrayIcon.SignInNeeded, toolTip: "1"));

        await monitor.LineAsync("member=NewStatus");
        Assert.Equal(
            ["NewToolTip", "NewIcon", "NewAttentionIcon", "NewStatus"],
            monitor.Members(Interface));
    }

    [Theory]
    [InlineData("Activate", "ii", "1", "2")]
    [InlineData("SecondaryActivate", "ii", "1", "2")]
    public async Task A_click_that_opens_no_menu_is_told(string method, string signature, params string[] arguments)
    {
        await using var panel = await bus.MockAsync("watcher.py", Watcher);
        await using var desktop = Given.Desktop(bus);

        await bus.CallAsync(await panel.ItemNameAsync(), "/StatusNotifierItem", Interface, method, signature, arguments);

        await desktop.NextAsync<DesktopEvent.Activated>();
    }

    private async Task Check(TrayView view, string property, string expected)
    {
        await using var panel = await bus.MockAsync("watcher.py", Watcher);
        await using var desktop = Given.Desktop(bus);
        desktop.Show(view);

        var answer = await GetAsync(await panel.ItemNameAsync(), property);

        Assert.Equal(expected.StartsWith('{') ? $$"""{"type":"v","data":[{{expected}}]}""" : expected, answer);
    }

    private Task<string> GetAsync(string item, string property) =>
        bus.CallAsync(item, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", Interface, property);
}

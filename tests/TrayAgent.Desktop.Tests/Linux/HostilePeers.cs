namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>Anybody on the bus can call us and send us signals.</summary>
public sealed class HostilePeers(PrivateBus bus) : IClassFixture<PrivateBus>
{
    [Fact]
    public async Task Nonsense_in_bulk_neither_breaks_nor_fools_the_desktop()
    {
        await using var panel = await bus.MockAsync("watcher.py", "org.kde.StatusNotifierWatcher");
        await using var server = await bus.MockAsync("notifications.py", "org.freedesktop.Notifications");
        await using var desktop = Given.Desktop(bus);
        desktop.Show(Given.View(menu: new TrayAgent.Core.Show.MenuItem.Text("corp")));
        desktop.Notify(Given.Notice());
        await server.LineAsync(" Notify ");
        await desktop.FacesBecomeAsync(DesktopFaces.Tray | DesktopFaces.Notices);
        var item = await panel.ItemNameAsync();
        while (desktop.Events.TryRead(out _))
        {
        }

        await using var attacker = Peer.Start(
            bus.Address, "/usr/bin/python3", Path.Join(AppContext.BaseDirectory, "Mocks", "attacker.py"), item);
        await attacker.LineAsync("sent 3160 calls");
        await bus.EmitAsync(
            "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
            "ActionInvoked", "us", "1", "1-0");

        // Nothing came before the one choice that the real server told.
        var first = await desktop.Events.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Given.Renew, Assert.IsType<DesktopEvent.Chosen>(first).Choice);
        Assert.Equal(
            """{"type":"v","data":[{"type":"s","data":"trayagent"}]}""",
            await bus.CallAsync(
                item, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", "org.kde.StatusNotifierItem", "Id"));
    }

    [Fact]
    public async Task Ten_thousand_views_and_notices_are_taken_without_waiting()
    {
        await using var panel = await bus.MockAsync("watcher.py", "org.kde.StatusNotifierWatcher");
        await using var server = await bus.MockAsync("notifications.py", "org.freedesktop.Notifications");
        await using var desktop = Given.Desktop(bus);
        var item = await panel.ItemNameAsync();

        for (var i = 1; i <= 10_000; i++)
        {
            desktop.Show(Given.View(toolTip: $"view {i}"));
            desktop.Notify(Given.Notice($"notice {i}."));
        }

        await server.LineAsync("notice 10000.");
        Assert.Contains(
            "view 10000",
            await bus.CallAsync(
                item, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", "org.kde.StatusNotifierItem", "ToolTip"),
            StringComparison.Ordinal);
    }
}

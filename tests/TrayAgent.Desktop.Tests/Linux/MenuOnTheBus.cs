using System.Text.Json;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>The menu as a panel sees it, read and clicked with busctl.</summary>
public sealed class MenuOnTheBus(PrivateBus bus) : IClassFixture<PrivateBus>, IAsyncLifetime
{
    private const string Watcher = "org.kde.StatusNotifierWatcher";

    private Peer _panel = null!;
    private LinuxDesktop _desktop = null!;
    private string _item = "";

    public async ValueTask InitializeAsync()
    {
        _panel = await bus.MockAsync("watcher.py", Watcher);
        _desktop = Given.Desktop(bus);
        _item = await _panel.ItemNameAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _desktop.DisposeAsync();
        await _panel.DisposeAsync();
    }

    [Fact]
    public Task The_menu_is_served_with_its_submenus_check_marks_and_disabled_lines() => Check(
        """
        - children-display=submenu
          - label=corp: ends in 15 min enabled=False
          - label=Renew my__corp
          - type=separator
          - label=Pause warnings children-display=submenu
            - label=1 hour
          - label=Start at login toggle-type=checkmark toggle-state=1
          - label=Two lines
        """,
        new MenuItem.Text("corp: ends in 15 min"),
        new MenuItem.Command("Renew my_corp", Given.Renew),
        new MenuItem.Separator(),
        new MenuItem.Submenu(
            "Pause warnings", [new MenuItem.Command("1 hour", new Choice.PauseWarnings(TimeSpan.FromHours(1)))]),
        new MenuItem.Check("Start at login", CheckMark.On, new Choice.DoNotStartAtLogin()),
        new MenuItem.Command("Two\nlines\u202E", Given.Later));

    [Fact]
    public async Task A_click_comes_back_as_its_choice()
    {
        _desktop.Show(Given.View(menu:
            [new MenuItem.Command("Renew", Given.Renew), new MenuItem.Command("Quit", new Choice.Quit())]));

        await ClickAsync(await IdOfAsync("Quit"));

        Assert.Equal(new Choice.Quit(), (await _desktop.NextAsync<DesktopEvent.Chosen>()).Choice);
    }

    [Fact]
    public async Task A_click_on_a_menu_that_was_rebuilt_meanwhile_does_nothing_else()
    {
        _desktop.Show(Given.View(menu: new MenuItem.Command("Renew", Given.Renew)));
        var stale = await IdOfAsync("Renew");
        _desktop.Show(Given.View(menu: new MenuItem.Command("Sign out", new Choice.SignOut("corp"))));
        var fresh = await IdOfAsync("Sign out");

        await ClickAsync(stale);
        _desktop.Show(Given.View(menu:
            [new MenuItem.Command("Later", Given.Later), new MenuItem.Command("Sign out 2", new Choice.SignOut("corp"))]));
        await ClickAsync(stale);
        await ClickAsync(await IdOfAsync("Later"));
        await ClickAsync(fresh);

        Assert.Equal(Given.Later, (await _desktop.NextAsync<DesktopEvent.Chosen>()).Choice);
        Assert.Equal(new Choice.SignOut("corp"), (await _desktop.NextAsync<DesktopEvent.Chosen>()).Choice);
    }

    [Fact]
    public async Task A_line_that_is_no_command_cannot_be_chosen()
    {
        _desktop.Show(Given.View(menu: [new MenuItem.Text("corp"), new MenuItem.Command("Quit", new Choice.Quit())]));

        await ClickAsync(await IdOfAsync("corp"));
        await ClickAsync(0);
        await ClickAsync(await IdOfAsync("Quit"));

        Assert.Equal(new Choice.Quit(), (await _desktop.NextAsync<DesktopEvent.Chosen>()).Choice);
    }

    [Fact]
    public async Task A_countdown_in_a_label_leaves_an_open_menu_open()
    {
        _desktop.Show(Given.View(menu: new MenuItem.Text("15 min")));
        await IdOfAsync("15 min");
        await using var monitor = Peer.Start(
            bus.Address, "dbus-monitor", "--address", bus.Address, "type='signal',interface='com.canonical.dbusmenu'");
        await monitor.LineAsync("NameAcquired");

        _desktop.Show(Given.View(menu: new MenuItem.Text("14 min")));
        await IdOfAsync("14 min");
        _desktop.Show(Given.View(menu: [new MenuItem.Text("14 min"), new MenuItem.Separator()]));

        await monitor.LineAsync("LayoutUpdated");
        Assert.Equal(
            ["ItemsPropertiesUpdated", "LayoutUpdated"],
            monitor.Members("dbusmenu"));
    }

    [Theory]
    [InlineData(
        "GetGroupProperties",
        "aias",
        """{"type":"a(ia{sv})","data":[[[0,{"children-display":{"type":"s","data":"submenu"}}]]]}""",
        "2", "0", "77", "0")]
    [InlineData("GetProperty", "is", """{"type":"v","data":[{"type":"s","data":"submenu"}]}""", "0", "children-display")]
    [InlineData("GetProperty", "is", "Call failed: There is no item 77.", "77", "label")]
    [InlineData("AboutToShow", "i", """{"type":"b","data":[false]}""", "0")]
    [InlineData("AboutToShowGroup", "ai", """{"type":"aiai","data":[[],[77]]}""", "2", "0", "77")]
    [InlineData(
        "EventGroup",
        "a(isvu)",
        """{"type":"ai","data":[[77]]}""",
        "2", "0", "opened", "s", "", "0", "77", "clicked", "i", "1", "0")]
    [InlineData("Event", "isvu", "Call failed: There is no item -1.", "-1", "clicked", "s", "", "0")]
    [InlineData("Event", "iss", "Call failed: The arguments should be 'isvu'.", "1", "clicked", "")]
    [InlineData("GetLayout", "s", "Call failed: The arguments should be 'iias'.", "0")]
    [InlineData("NoSuch", "", "Call failed: '/MenuBar' has no such method.")]
    public async Task Every_method_answers(string method, string signature, string expected, params string[] arguments) =>
        Assert.Equal(expected, await CallAsync(method, signature, arguments));

    private async Task Check(string expected, params MenuItem[] menu)
    {
        _desktop.Show(Given.View(menu: menu));
        Assert.Equal(expected, Text((await LayoutAsync())[1], "").TrimEnd());
    }

    private async Task<JsonElement> LayoutAsync() =>
        await bus.DataAsync(CallAsync("GetLayout", "iias", "0", "-1", "0"));

    private Task<string> ClickAsync(int id) =>
        CallAsync("Event", "isvu", $"{id}", "clicked", "s", "", "0");

    private Task<string> CallAsync(string method, string signature, params string[] arguments) =>
        bus.CallAsync(_item, "/MenuBar", "com.canonical.dbusmenu", method, signature, arguments);

    private async Task<int> IdOfAsync(string label) => (await LayoutAsync())[1][2].EnumerateArray()
        .Select(child => child.GetProperty("data"))
        .Single(child => child[1].TryGetProperty("label", out var text) && text.GetProperty("data").GetString() == label)[0]
        .GetInt32();

    private static string Text(JsonElement node, string indent) =>
        $"{indent}- "
        + string.Join(
            ' ', node[1].EnumerateObject().Select(property => $"{property.Name}={property.Value.GetProperty("data")}"))
        + "\n"
        + string.Concat(node[2].EnumerateArray().Select(child => Text(child.GetProperty("data"), indent + "  ")));
}

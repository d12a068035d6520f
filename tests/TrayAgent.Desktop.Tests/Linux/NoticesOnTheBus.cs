using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>Notices as a notification server sees them.</summary>
public sealed class NoticesOnTheBus(PrivateBus bus) : IClassFixture<PrivateBus>
{
    private const string Server = "org.freedesktop.Notifications";
    private const string Path = "/org/freedesktop/Notifications";

    [Theory]
    [InlineData("""{"capabilities": "body body-markup actions"}""", "a <b> & c", "\"a &lt;b&gt; &amp; c\"")]
    [InlineData("""{"capabilities": "body"}""", "a <b> & c", "\"a <b> & c\"")]
    [InlineData("{}", "o\u202Ene\u0007", "\"one\"")]
    public Task The_body_is_escaped_for_the_server_that_reads_markup_and_has_no_control_characters(
        string server, string body, string expected) => Check(server, Given.Notice(body), expected);

    [Fact]
    public Task A_server_with_buttons_gets_them() =>
        Check("{}", Given.Notice(), """["1-0", "Renew", "1-1", "Later"]""");

    [Fact]
    public Task A_server_without_buttons_gets_none() =>
        Check("""{"capabilities": "body"}""", Given.Notice(), "\"Sign in.\" [] {");

    [Fact]
    public Task A_click_on_the_body_is_offered_when_it_means_something() =>
        Check("{}", Given.Notice() with { Default = Given.Renew }, """["default", "Renew", "1-0", "Renew", "1-1", "Later"]""");

    [Fact]
    public Task Xfce_would_show_the_same_button_twice() => Check(
        """{"name": "Xfce Notify Daemon"}""",
        Given.Notice() with { Default = Given.Renew },
        """["1-0", "Renew", "1-1", "Later"]""");

    [Fact]
    public Task A_critical_notice_stays() => Check("{}", Given.Notice(urgency: Urgency.Critical), ")} 0", "\"urgency\": 2");

    [Fact]
    public Task A_normal_notice_leaves_when_the_server_likes() => Check("{}", Given.Notice(), ")} -1", "\"urgency\": 1");

    [Fact]
    public Task A_delicate_notice_is_not_kept() =>
        Check("{}", Given.Notice() with { Keep = Keep.Transient }, "\"transient\": ");

    [Fact]
    public async Task A_button_comes_back_once_and_is_not_taken_for_a_dismissal()
    {
        await using var server = await bus.MockAsync("notifications.py", Server, """{"closes": false}""");
        await using var desktop = Given.Desktop(bus);
        desktop.Notify(Given.Notice());
        await server.LineAsync(" Notify ");

        await InvokeAsync(99, "1-0");
        await InvokeAsync(1, "nonsense");
        await InvokeAsync(1, "1-1");
        await InvokeAsync(1, "1-1");
        await bus.EmitAsync(Server, Path, Server, "NotificationClosed", "uu", "1", "2");
        desktop.Notify(Given.Notice());
        await server.LinesAsync(" Notify ", 2);
        await InvokeAsync(2, "2-0");

        Assert.Equal(Given.Later, (await desktop.NextAsync<DesktopEvent.Chosen>()).Choice);
        var next = await desktop.Events.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Given.Renew, Assert.IsType<DesktopEvent.Chosen>(next).Choice);
    }

    [Fact]
    public async Task The_same_key_replaces_the_notice_and_another_key_does_not()
    {
        await using var server = await bus.MockAsync("notifications.py", Server);
        await using var desktop = Given.Desktop(bus);
        desktop.Notify(Given.Notice("1"));
        desktop.Notify(Given.Notice("skipped"));
        desktop.Notify(Given.Notice("2"));
        await server.LinesAsync(" Notify ", 2);
        desktop.Notify(Given.Notice("3", key: "session:other"));

        var calls = await server.LinesAsync(" Notify ", 3);

        Assert.Equal(
            ["0 \"1\"", "1 \"2\"", "0 \"3\""],
            calls.Select(call => call.Split(' ')[3] + " " + call.Split("min\" ")[1].Split(' ')[0]));
    }

    [Fact]
    public async Task Closing_it_by_hand_is_told()
    {
        await using var server = await bus.MockAsync("notifications.py", Server);
        await using var desktop = Given.Desktop(bus);
        desktop.Notify(Given.Notice());
        await server.LineAsync(" Notify ");

        await bus.EmitAsync(Server, Path, Server, "NotificationClosed", "uu", "1", "2");

        Assert.Equal("session:corp", (await desktop.NextAsync<DesktopEvent.NoticeDismissed>()).Key);
    }

    [Fact]
    public async Task A_notice_is_taken_back_even_before_the_server_has_answered()
    {
        await using var server = await bus.MockAsync("notifications.py", Server);
        await using var desktop = Given.Desktop(bus);

        desktop.Notify(Given.Notice());
        desktop.CloseNotice("session:corp");
        desktop.CloseNotice("unknown");

        await server.LineAsync(" CloseNotification 1");
    }

    [Fact]
    public async Task Another_server_is_asked_anew_and_gets_no_numbers_of_the_old_one()
    {
        await using var desktop = Given.Desktop(bus);
        await using (var first = await bus.MockAsync("notifications.py", Server))
        {
            await desktop.FacesBecomeAsync(DesktopFaces.Notices);
            desktop.Notify(Given.Notice());
            await first.LineAsync(" Notify ");
        }

        await desktop.FacesBecomeAsync(DesktopFaces.None);
        await using var second = await bus.MockAsync("notifications.py", Server, """{"capabilities": "body"}""");
        await desktop.FacesBecomeAsync(DesktopFaces.Notices);
        desktop.Notify(Given.Notice("again"));

        Assert.Contains(
            """Notify "TrayAgent" 0 "" "corp ends in 15 min" "again" [] {""",
            await second.LineAsync(" Notify "),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_keeps_nobody_waiting()
    {
        await using var server = await bus.MockAsync("notifications.py", Server);
        await using var panel = await bus.MockAsync("watcher.py", "org.kde.StatusNotifierWatcher");
        await using var desktop = Given.Desktop(bus);
        var item = await panel.ItemNameAsync();
        await Peer.RunAsync(bus.Address, "kill", "-STOP", $"{server.Id}");

        desktop.Notify(Given.Notice());
        desktop.Show(Given.View(toolTip: "still alive"));

        var answer = await bus.CallAsync(
            item, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", "org.kde.StatusNotifierItem", "ToolTip");
        Assert.Contains("still alive", answer, StringComparison.Ordinal);
    }

    private Task<string> InvokeAsync(uint id, string action) =>
        bus.EmitAsync(Server, Path, Server, "ActionInvoked", "us", $"{id}", action);

    private async Task Check(string parameters, Notice notice, params string[] expected)
    {
        await using var server = await bus.MockAsync("notifications.py", Server, parameters);
        await using var desktop = Given.Desktop(bus);

        desktop.Notify(notice);

        var call = await server.LineAsync(" Notify ");
        Assert.All(expected, part => Assert.Contains(part, call, StringComparison.Ordinal));
    }
}

using TrayAgent.Desktop.Linux;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>Sleep, locks and the end of the session, from the logind that comes with python3-dbusmock.</summary>
public sealed class SessionOnTheBus(PrivateBus bus) : IClassFixture<PrivateBus>
{
    private const string Logind = "org.freedesktop.login1";
    private const string Session = "/org/freedesktop/login1/session/c1";

    [Fact]
    public async Task Sleep_and_waking_are_told()
    {
        await using var logind = await StartLogindAsync();
        await using var desktop = Given.Desktop(bus);
        await UnlockedAgainAsync(desktop);

        await bus.EmitAsync(Logind, "/org/freedesktop/login1", Logind + ".Manager", "PrepareForSleep", "b", "true");
        await bus.EmitAsync(Logind, "/org/freedesktop/login1", Logind + ".Manager", "PrepareForSleep", "b", "false");

        await desktop.NextAsync<DesktopEvent.GoingToSleep>();
        await desktop.NextAsync<DesktopEvent.Woke>();
    }

    [Fact]
    public async Task A_lock_and_its_hint_are_one_event_and_so_is_the_unlock()
    {
        await using var logind = await StartLogindAsync();
        await using var desktop = Given.Desktop(bus);
        await UnlockedAgainAsync(desktop);

        await bus.CallAsync(Logind, Session, Logind + ".Session", "Lock");
        await HintAsync("true");
        await HintAsync("false");
        await bus.CallAsync(Logind, Session, Logind + ".Session", "Unlock");
        await EndAsync("c1");

        Assert.Equal(["Locked", "Unlocked", "SessionEnding"], await NamesAsync(desktop, 3));
    }

    [Fact]
    public async Task The_screen_may_be_locked_already()
    {
        await using var logind = await StartLogindAsync();
        await HintAsync("true");

        await using var desktop = Given.Desktop(bus);

        await desktop.NextAsync<DesktopEvent.Locked>();
    }

    [Fact]
    public async Task Other_sessions_are_none_of_our_business()
    {
        await using var logind = await StartLogindAsync();
        await AddSessionAsync("c2", "501", "eve");
        await using var desktop = Given.Desktop(bus);
        await UnlockedAgainAsync(desktop);

        await bus.CallAsync(Logind, Session.Replace("c1", "c2", StringComparison.Ordinal), Logind + ".Session", "Lock");
        await EndAsync("c2");
        await EndAsync("c1");

        Assert.Equal(["SessionEnding"], await NamesAsync(desktop, 1));
    }

    [Theory]
    [InlineData("org.freedesktop.ScreenSaver")]
    [InlineData("org.gnome.ScreenSaver")]
    [InlineData("org.xfce.ScreenSaver")]
    [InlineData("org.cinnamon.ScreenSaver")]
    [InlineData("org.mate.ScreenSaver")]
    public async Task A_screen_saver_counts_as_a_lock(string name)
    {
        var path = "/" + name.Replace('.', '/');
        await using var saver = await bus.EmptyMockAsync(name, path);
        await using var desktop = Given.Desktop(bus);

        // The first signals may come before we have found out who may send them.
        await Until.TrueAsync(
            async () =>
            {
                await bus.EmitAsync(name, path, name, "ActiveChanged", "b", "true");
                return desktop.Events.TryRead(out var happened) && happened is DesktopEvent.Locked;
            },
            "the lock is told");
        await bus.EmitAsync(name, path, name, "ActiveChanged", "b", "false");

        await desktop.NextAsync<DesktopEvent.Unlocked>();
    }

    private async Task<Peer> StartLogindAsync()
    {
        var logind = await bus.MockAsync("logind", Logind);
        await AddSessionAsync("c1", "500", "joe");
        return logind;
    }

    /// <summary>After this the session is known to the desktop and the screen is open.</summary>
    private async Task UnlockedAgainAsync(LinuxDesktop desktop)
    {
        await Until.TrueAsync(
            async () =>
            {
                await bus.CallAsync(Logind, Session, Logind + ".Session", "Lock");
                return desktop.Events.TryRead(out _);
            },
            "the session is known");
        await bus.CallAsync(Logind, Session, Logind + ".Session", "Unlock");
        await desktop.NextAsync<DesktopEvent.Unlocked>();
    }

    private Task<string> HintAsync(string isLocked) =>
        bus.CallAsync(Logind, Session, Logind + ".Session", "SetLockedHint", "b", isLocked);

    private Task<string> EndAsync(string session) => bus.EmitAsync(
        Logind,
        "/org/freedesktop/login1",
        Logind + ".Manager",
        "SessionRemoved",
        "so",
        session,
        $"/org/freedesktop/login1/session/{session}");

    private Task<string> AddSessionAsync(string session, string user, string name) => bus.CallAsync(
        Logind,
        "/org/freedesktop/login1",
        "org.freedesktop.DBus.Mock",
        "AddSession",
        "ssusb",
        session, "seat0", user, name, "true");

    private static async Task<IReadOnlyList<string>> NamesAsync(LinuxDesktop desktop, int count)
    {
        var names = new List<string>();
        while (names.Count < count)
        {
            names.Add((await desktop.Events.ReadAsync(TestContext.Current.CancellationToken)).GetType().Name);
        }

        return names;
    }
}

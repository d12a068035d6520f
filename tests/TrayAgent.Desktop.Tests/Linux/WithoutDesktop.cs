using System.Net.Sockets;
using TrayAgent.Desktop.Linux;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>What is missing is told and otherwise makes no difference.</summary>
public sealed class WithoutDesktop
{
    [Theory]
    [InlineData(null, "There is no session bus (DBUS_SESSION_BUS_ADDRESS is not set): no tray icon and no notices.")]
    [InlineData("unix:path=/nowhere/bus", "The bus at 'unix:path=/nowhere/bus' cannot be reached (No such file or directory): no tray")]
    [InlineData("nonsense", "The bus at 'nonsense' cannot be reached (Connection refused): no tray icon and no notices.")]
    [InlineData("autolaunch:", "The bus at 'autolaunch:' cannot be reached (Connection refused): no tray icon and no notices.")]
    public async Task No_bus_is_a_sentence_and_no_exception(string? address, string expected)
    {
        var told = new List<string>();
        await using (var desktop = LinuxDesktop.Open(new BusAddresses(address, null, null), told.Add))
        {
            desktop.Show(Given.View());
            desktop.Notify(Given.Notice());
            desktop.CloseNotice("session:corp");
            await Until.TrueAsync(() => told.Count >= 3, "three sentences");
            Assert.Equal(DesktopFaces.None, desktop.Faces);
        }

        Assert.StartsWith(expected, told[0], StringComparison.Ordinal);
        Assert.Equal("There is no system bus: sleep and screen locks are noticed by the clock only.", told[1]);
        Assert.Equal("The notice 'corp ends in 15 min' was not shown: there is no session bus.", told[2]);
    }

    [Fact]
    public async Task A_bus_that_never_says_a_word_keeps_nobody_waiting()
    {
        var path = Path.Join(Directory.CreateTempSubdirectory("mute-").FullName, "bus");
        using var mute = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        mute.Bind(new UnixDomainSocketEndPoint(path));
        mute.Listen();
        var desktop = LinuxDesktop.Open(new BusAddresses($"unix:path={path}", null, null), _ => { });

        desktop.Show(Given.View());
        desktop.Notify(Given.Notice());

        await desktop.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(await desktop.Events.WaitToReadAsync(TestContext.Current.CancellationToken));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task The_end_of_the_bus_is_the_end_of_the_session()
    {
        await using var bus = new PrivateBus();
        await bus.InitializeAsync();
        await using var panel = await bus.MockAsync("watcher.py", "org.kde.StatusNotifierWatcher");
        await using var desktop = Given.Desktop(bus);
        await desktop.FacesBecomeAsync(DesktopFaces.Tray);

        await bus.StopAsync();

        await desktop.NextAsync<DesktopEvent.SessionEnding>();
        Assert.Equal(DesktopFaces.None, desktop.Faces);
    }
}

using System.Runtime.InteropServices;
using System.Threading.Channels;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.DBus;
using TrayAgent.Desktop.Linux.DBus.Native;
using TrayAgent.Desktop.Linux.Session;

namespace TrayAgent.Desktop.Linux;

/// <summary>
/// The desktop on Linux, through sd-bus. What is missing - the library, a bus, a panel, a notification server -
/// is told as a sentence and otherwise makes no difference to the caller.
/// </summary>
internal sealed class LinuxDesktop : IDesktop
{
    private readonly EventSink _events = new();
    private readonly Action<string> _tell;
    private readonly NetworkChanges _network;
    private readonly BusLoop? _loop;
    private readonly LockState _lockState;
    private readonly LatestView _view;
    private SessionBus? _session;
    private volatile int _faces;

    private LinuxDesktop(BusAddresses addresses, Action<string> tell)
    {
        _tell = tell;
        _lockState = new LockState(_events.Add);
        _view = new LatestView(work => _loop?.Post(work), view => _session?.Show(view));
        _network = new NetworkChanges(_events.Add, tell);
        if (!NativeLibrary.TryLoad(SdBus.Library, out _))
        {
            tell(
                $"'{SdBus.Library}' was not found: no tray icon and no notices. "
                + "Install the package 'libsystemd0' (Debian) or 'systemd-libs' (Fedora, Arch).");
            return;
        }

        _loop = new BusLoop(tell);
        _loop.Post(() => OpenSession(addresses.Session));
        _loop.Post(() => OpenSystem(addresses.System, addresses.SessionId));
    }

    public ChannelReader<DesktopEvent> Events => _events.Reader;

    public DesktopFaces Faces => (DesktopFaces)_faces;

    /// <param name="addresses">Where the buses are.</param>
    /// <param name="tell">Hears sentences for the log, from any thread.</param>
    public static LinuxDesktop Open(BusAddresses addresses, Action<string> tell) => new(addresses, tell);

    public void Show(TrayView view) => _view.Show(view);

    public void Notify(Notice notice) => _loop?.Post(() =>
    {
        if (_session is null)
        {
            _tell($"The notice '{notice.Title}' was not shown: there is no session bus.");
        }

        _session?.Notify(notice);
    });

    public void CloseNotice(string key) => _loop?.Post(() => _session?.CloseNotice(key));

    /// <summary>Here clicks come over the bus.</summary>
    public void Answer(string nonce) => _events.Add(new DesktopEvent.Chosen(new Choice.ShowStatus()));

    public async ValueTask DisposeAsync()
    {
        _network.Dispose();
        if (_loop is not null)
        {
            await _loop.DisposeAsync();
        }

        _events.Complete();
    }

    private void OpenSession(string? address)
    {
        const string Without = "no tray icon and no notices. Start the agent inside the desktop session.";
        if (address is null)
        {
            _tell($"There is no session bus (DBUS_SESSION_BUS_ADDRESS is not set): {Without}");
            return;
        }

        Open(address, Without, SessionLost, bus =>
            _session = new SessionBus(bus, _loop!, _events, _lockState, _tell, UpdateFaces));
    }

    private void OpenSystem(string? address, string? sessionId)
    {
        const string Without = "sleep and screen locks are noticed by the clock only.";
        if (address is null)
        {
            _tell($"There is no system bus: {Without}");
            return;
        }

        Open(address, Without, () => { }, bus => _ = new Logind(bus, sessionId, _lockState, _events.Add));
    }

    private void Open(string address, string without, Action lost, Action<BusConnection> use)
    {
        try
        {
            var bus = BusConnection.Open(address, _tell);
            _loop!.Add(bus, reason =>
            {
                _tell($"The bus at '{address}' is away ({reason}): {without}");
                lost();
            });
            use(bus);
        }
        catch (BusException e)
        {
            _tell($"The bus at '{address}' cannot be reached ({e.Message}): {without}");
        }
    }

    private void SessionLost()
    {
        // The bus lives as long as the desktop session does.
        var wasUsed = Faces != DesktopFaces.None;
        _session = null;
        UpdateFaces();
        if (wasUsed)
        {
            _events.Add(new DesktopEvent.SessionEnding());
        }
    }

    private void UpdateFaces()
    {
        var faces = _session?.Faces ?? DesktopFaces.None;
        if (faces != Faces)
        {
            _faces = (int)faces;
            _events.Add(new DesktopEvent.FacesChanged(faces));
        }
    }
}

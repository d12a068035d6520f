using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.DBus;
using TrayAgent.Desktop.Linux.Notices;
using TrayAgent.Desktop.Linux.Session;
using TrayAgent.Desktop.Linux.Tray;

namespace TrayAgent.Desktop.Linux;

/// <summary>All that lives on the session bus. Only the thread of the buses may touch it.</summary>
internal sealed class SessionBus
{
    private readonly StatusNotifierItem _item;
    private readonly StatusNotifierWatcher _watcher;
    private readonly Notifications _notifications;

    /// <param name="bus">The session bus.</param>
    /// <param name="loop">Work posted here comes after the answer to the call that caused it.</param>
    /// <param name="events">Hears what people do.</param>
    /// <param name="lockState">Hears of the screen savers.</param>
    /// <param name="tell">Hears sentences for the log.</param>
    /// <param name="facesChanged">Called when <see cref="Faces"/> may be others.</param>
    public SessionBus(
        BusConnection bus,
        BusLoop loop,
        EventSink events,
        LockState lockState,
        Action<string> tell,
        Action facesChanged)
    {
        // A panel keeps the menu open until its click is answered: answer first, act then.
        var menu = new DBusMenu(bus, choice => loop.Post(() => events.Add(new DesktopEvent.Chosen(choice))));
        _item = new StatusNotifierItem(bus, menu, () => loop.Post(events.AddActivation));
        _watcher = new StatusNotifierWatcher(bus, tell, facesChanged);
        _notifications = new Notifications(bus, events.Add, tell, facesChanged);
        ScreenSavers.Follow(bus, lockState);
    }

    public DesktopFaces Faces =>
        (_watcher.HasHost ? DesktopFaces.Tray : DesktopFaces.None)
        | (_notifications.IsThere ? DesktopFaces.Notices : DesktopFaces.None);

    public void Show(TrayView view) => _item.Show(view);

    public void Notify(Notice notice) => _notifications.Show(notice);

    public void CloseNotice(string key) => _notifications.Close(key);
}

using System.Runtime.Versioning;
using System.Threading.Channels;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Windows;

/// <summary>The desktop on Windows: one thread with a hidden window owns all of it.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsDesktop : IDesktop
{
    private readonly EventSink _events = new();
    private readonly NetworkChanges _network;
    private readonly MessageWindow _window;
    private readonly LatestView _view;
    private WindowsFaces? _shown;
    private volatile int _faces;

    private WindowsDesktop(string stateFolder, Action<string> tell)
    {
        _network = new NetworkChanges(_events.Add, tell);
        _window = new MessageWindow(
            window => _shown = new WindowsFaces(window, stateFolder, _events, Post, StayUntilDisposed, UpdateFaces, tell),
            message => _shown?.Handle(message),
            () => _shown?.Dispose(),
            tell);
        _view = new LatestView(Post, view => _shown?.Show(view));
        _window.Start();
    }

    public ChannelReader<DesktopEvent> Events => _events.Reader;

    public DesktopFaces Faces => (DesktopFaces)_faces;

    /// <param name="stateFolder">Where the picture of notices is put.</param>
    /// <param name="tell">Hears sentences for the log, from any thread.</param>
    public static WindowsDesktop Open(string stateFolder, Action<string> tell) => new(stateFolder, tell);

    public void Show(TrayView view) => _view.Show(view);

    public void Notify(Notice notice) => Post(() => _shown?.Notices.Show(notice));

    public void CloseNotice(string key) => Post(() => _shown?.Notices.Close(key));

    public void Answer(string nonce) => Post(() => _shown?.Notices.Answer(nonce));

    public async ValueTask DisposeAsync()
    {
        _network.Dispose();
        await _window.DisposeAsync();
        _events.Complete();
    }

    private void Post(Action work) => _window.Post(work);

    private void StayUntilDisposed(TimeSpan limit) => _window.StayUntilDisposed(limit);

    private void UpdateFaces(DesktopFaces faces)
    {
        if (faces != Faces)
        {
            _faces = (int)faces;
            _events.Add(new DesktopEvent.FacesChanged(faces));
        }
    }
}

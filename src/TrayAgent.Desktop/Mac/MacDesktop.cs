using System.Threading.Channels;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Mac;

/// <summary>
/// macOS without a menu bar item of our own: notices by osascript; the tray is SwiftBar's, by <c>status --format swiftbar</c>.
/// Such notices have no buttons and cannot be taken back, so their text says what to do.
/// </summary>
internal sealed class MacDesktop : IDesktop
{
    private readonly EventSink _events = new();
    private readonly NetworkChanges _network;
    private readonly Action<IReadOnlyList<string>> _start;

    /// <param name="start">Starts a program with its arguments and does not wait.</param>
    /// <param name="tell">Hears full sentences for the log.</param>
    public MacDesktop(Action<IReadOnlyList<string>> start, Action<string> tell)
    {
        _start = start;
        _network = new NetworkChanges(_events.Add, tell);
    }

    public ChannelReader<DesktopEvent> Events => _events.Reader;

    public DesktopFaces Faces => DesktopFaces.Notices;

    public void Show(TrayView view)
    {
    }

    public void Notify(Notice notice) => _start(Osascript.Notification(notice));

    public void CloseNotice(string key)
    {
    }

    /// <summary>No notice of ours has a button here.</summary>
    public void Answer(string nonce)
    {
    }

    public ValueTask DisposeAsync()
    {
        _network.Dispose();
        _events.Complete();
        return ValueTask.CompletedTask;
    }
}

using System.Threading.Channels;

namespace TrayAgent.Desktop;

/// <summary>
/// What the desktop tells, in the order in which it happened. No choice is ever dropped;
/// clicks on the icon in quick succession are one, so that a double click does not act twice.
/// </summary>
internal sealed class EventSink
{
    private const int OneClickMilliseconds = 300;

    private readonly Channel<DesktopEvent> _events = Channel.CreateUnbounded<DesktopEvent>();
    private long _lastActivation = long.MinValue / 2;

    public ChannelReader<DesktopEvent> Reader => _events.Reader;

    public void Add(DesktopEvent happened) => _events.Writer.TryWrite(happened);

    /// <summary>On the thread of the desktop only.</summary>
    public void AddActivation()
    {
        var now = Environment.TickCount64;
        if (now - _lastActivation > OneClickMilliseconds)
        {
            Add(new DesktopEvent.Activated());
        }

        _lastActivation = now;
    }

    public void Complete() => _events.Writer.TryComplete();
}

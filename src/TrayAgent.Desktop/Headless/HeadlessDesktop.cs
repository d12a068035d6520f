using System.Threading.Channels;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Headless;

/// <summary>No desktop: a server, a container, or <c>run --headless</c>.</summary>
public sealed class HeadlessDesktop : IDesktop
{
    private readonly Channel<DesktopEvent> _events = Channel.CreateUnbounded<DesktopEvent>();

    public ChannelReader<DesktopEvent> Events => _events.Reader;

    public DesktopFaces Faces => DesktopFaces.None;

    public void Show(TrayView view)
    {
    }

    public void Notify(Notice notice)
    {
    }

    public void CloseNotice(string key)
    {
    }

    public void Answer(string nonce)
    {
    }

    public ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop;

namespace TrayAgent.Tests.Hosting;

/// <summary>A desktop that remembers what it was shown, and whose person chooses what the test says.</summary>
internal sealed class FakeDesktop : IDesktop
{
    private readonly Channel<DesktopEvent> _events = Channel.CreateUnbounded<DesktopEvent>();
    private readonly Channel<object> _shown = Channel.CreateUnbounded<object>();

    public ChannelReader<DesktopEvent> Events => _events.Reader;

    public DesktopFaces Faces => DesktopFaces.Tray | DesktopFaces.Notices;

    public void Show(TrayView view) => _shown.Writer.TryWrite(view);

    /// <summary>The keys of all notices so far.</summary>
    public ConcurrentQueue<string> Notified { get; } = [];

    public void Notify(Notice notice)
    {
        Notified.Enqueue(notice.Key);
        _shown.Writer.TryWrite(notice);
    }

    public void CloseNotice(string key) => _shown.Writer.TryWrite(key);

    /// <summary>What other processes said that a person clicked.</summary>
    public Channel<string> Answers { get; } = Channel.CreateUnbounded<string>();

    public void Answer(string nonce) => Answers.Writer.TryWrite(nonce);

    public void Choose(Choice choice) => _events.Writer.TryWrite(new DesktopEvent.Chosen(choice));

    public void Happens(DesktopEvent happened) => _events.Writer.TryWrite(happened);

    public Task<TrayView> TrayAsync(Func<TrayView, bool> wanted) => NextAsync(wanted);

    public Task<Notice> NoticeAsync(Func<Notice, bool> wanted) => NextAsync(wanted);

    public ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    /// <summary>The next thing of that kind that fits; what was shown before it is forgotten.</summary>
    private async Task<T> NextAsync<T>(Func<T, bool> wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await _shown.Reader.ReadAsync(limit.Token) is T shown && wanted(shown))
            {
                return shown;
            }
        }
    }
}

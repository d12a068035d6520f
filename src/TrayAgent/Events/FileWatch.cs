using Microsoft.Extensions.Logging;
using TrayAgent.Files;

namespace TrayAgent.Events;

/// <summary>
/// Says that something changed, at most once per 100 ms; what changed is for the inspection to find out.
/// Watchers die without a word (overflow, folder replaced, link target edited), so <see cref="Refresh"/> is called before
/// each inspection and mends them; the stat poll stays the truth.
/// </summary>
internal sealed partial class FileWatch : IDisposable
{
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(100);

    private readonly Func<IEnumerable<string>> _files;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Dictionary<string, FolderWatch> _watches = new(StringComparer.Ordinal);
    private int _pending;

    /// <param name="files">The files of interest at the moment, as full paths.</param>
    /// <param name="changed">Called on a timer thread.</param>
    public FileWatch(Func<IEnumerable<string>> files, Action changed, TimeProvider time, ILogger logger)
    {
        _files = files;
        _logger = logger;
        _timer = time.CreateTimer(
            _ =>
            {
                Interlocked.Exchange(ref _pending, 0);
                changed();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>Watches what must be watched now; not thread-safe, cheap when nothing moved.</summary>
    public void Refresh()
    {
        var plan = WatchPlan.Of(_files());
        foreach (var (folder, watch) in _watches.ToArray())
        {
            if (!plan.TryGetValue(folder, out var names) || !names.SetEquals(watch.Names) || !watch.IsAlive)
            {
                watch.Dispose();
                _watches.Remove(folder);
            }
        }

        foreach (var (folder, names) in plan)
        {
            if (!_watches.ContainsKey(folder))
            {
                Watch(folder, names);
            }
        }
    }

    public void Dispose()
    {
        foreach (var watch in _watches.Values)
        {
            watch.Dispose();
        }

        _watches.Clear();
        _timer.Dispose();
    }

    private void Watch(string folder, HashSet<string> names)
    {
        if (FolderIdentity.Of(folder) is not { } identity)
        {
            return;
        }

        try
        {
            _watches[folder] = new FolderWatch(folder, identity, names, Signal);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Out of inotify instances, or the folder just went: the poll still sees every change, only later.
            Log.CannotWatch(_logger, folder, e.Message);
        }
    }

    private void Signal()
    {
        if (Interlocked.Exchange(ref _pending, 1) == 0)
        {
            _timer.Change(Debounce, Timeout.InfiniteTimeSpan);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Cannot watch {Folder}, it is polled: {Reason}")]
        public static partial void CannotWatch(ILogger logger, string folder, string reason);
    }
}

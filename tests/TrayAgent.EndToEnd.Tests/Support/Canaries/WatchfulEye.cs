using System.Collections.Concurrent;

namespace TrayAgent.EndToEnd.Tests.Support.Canaries;

/// <summary>
/// Somebody who looks at ps and at the lock folder all the time, and writes down everything once: also what is gone at the end.
/// Orphans are watched on: a sign-in outlives the broker that started it.
/// </summary>
internal sealed class WatchfulEye : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly ConcurrentDictionary<(string Channel, string Text), bool> _seen = new();
    private readonly ConcurrentDictionary<int, string> _children = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<IReadOnlyCollection<int>> _started;
    private readonly string _locks;
    private readonly Task _watching;

    /// <param name="started">The processes whose children are meant.</param>
    /// <param name="locks">The lock folder.</param>
    public WatchfulEye(Func<IReadOnlyCollection<int>> started, string locks)
    {
        (_started, _locks) = (started, locks);
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>Command lines and environments of all children, and contents of all files; each with its channel.</summary>
    public IEnumerable<(string Channel, string Text)> Seen => _seen.Keys;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var started = _started();
            if (started.Count > 0 || !_children.IsEmpty)
            {
                LookAtChildren(started);
                LookAtLocks();
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private void LookAtChildren(IReadOnlyCollection<int> started)
    {
        foreach (var child in ProcessTree.Below([.. started, .. _children.Keys]).Concat(_children.Keys).Distinct())
        {
            var command = ProcessTree.CommandLine(child);
            if (command.Length == 0)
            {
                _children.TryRemove(child, out _);
            }
            else if (!_children.TryGetValue(child, out var before) || before != command)
            {
                _children[child] = command;
                _seen.TryAdd((Channels.Arguments, command), true);
                _seen.TryAdd((Channels.Environment, ProcessTree.Environment(child)), true);
            }
        }
    }

    private void LookAtLocks()
    {
        foreach (var file in Directory.Exists(_locks) ? Directory.GetFiles(_locks) : [])
        {
            try
            {
                // With every kind of sharing: any other would take a lock that the programs under test take.
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var reader = new StreamReader(stream);
                _seen.TryAdd((Channels.Locks, reader.ReadToEnd()), true);
            }
            catch (IOException)
            {
                // Gone just now.
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using TrayAgent.Desktop.Linux.DBus.Native;

namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>
/// The one thread that talks to the buses. It sleeps in poll(2) until a bus has something,
/// a call runs out of time, or <see cref="Post"/> wakes it: idle it costs nothing.
/// </summary>
internal sealed class BusLoop : IAsyncDisposable
{
    private readonly ConcurrentQueue<Action> _work = new();
    private readonly List<(BusConnection Bus, Action<string> Lost)> _buses = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _wakeLock = new();
    private readonly Action<string> _tell;
    private int _wakeUp;
    private volatile bool _stopping;

    public BusLoop(Action<string> tell)
    {
        _tell = tell;
        _wakeUp = LibC.EventFd(0, LibC.EventFdFlags);
        new Thread(Run) { IsBackground = true, Name = "D-Bus" }.Start();
    }

    /// <summary>Runs <paramref name="work"/> on the thread of the buses; from any thread, never waits.</summary>
    public void Post(Action work)
    {
        _work.Enqueue(work);
        Wake();
    }

    /// <summary>On the thread of the buses only.</summary>
    /// <param name="bus">Is disposed of by the loop.</param>
    /// <param name="lost">Called once, with the reason, when the connection ends without our doing.</param>
    public void Add(BusConnection bus, Action<string> lost) => _buses.Add((bus, lost));

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        Wake();
        await _ended.Task;
    }

    private void Run()
    {
        while (!_stopping)
        {
            // Only what is there now, so that work that posts work cannot keep the buses waiting.
            for (var count = _work.Count; count > 0 && _work.TryDequeue(out var work); count--)
            {
                Guarded(work);
            }

            var busy = false;
            for (var i = _buses.Count - 1; i >= 0; i--)
            {
                busy |= ProcessOrDrop(i);
            }

            if (!busy && _work.IsEmpty && !_stopping)
            {
                Sleep();
            }
        }

        End();
    }

    private bool ProcessOrDrop(int index)
    {
        var (bus, lost) = _buses[index];
        try
        {
            return bus.Process();
        }
        catch (BusException e)
        {
            _buses.RemoveAt(index);
            bus.Dispose();
            Guarded(() => lost(e.Message));
            return true;
        }
    }

    private unsafe void Sleep()
    {
        var descriptors = stackalloc PollFd[_buses.Count + 1];
        ulong? deadline = null;
        for (var i = 0; i < _buses.Count; i++)
        {
            descriptors[i] = _buses[i].Bus.ToPoll();
            if (_buses[i].Bus.Deadline() is { } next && (deadline is null || next < deadline))
            {
                deadline = next;
            }
        }

        descriptors[_buses.Count] = new PollFd { Descriptor = _wakeUp, Events = LibC.PollIn };
        _ = LibC.Poll(descriptors, (nuint)_buses.Count + 1, Milliseconds(deadline));
        ulong count;
        _ = LibC.Read(_wakeUp, &count, sizeof(ulong));
    }

    /// <summary>Stopwatch reads the same clock as sd-bus, CLOCK_MONOTONIC.</summary>
    private static int Milliseconds(ulong? deadline)
    {
        if (deadline is null)
        {
            return -1;
        }

        var now = Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);
        return (int)Math.Clamp((((long)deadline.Value - now) / 1000) + 1, 0, int.MaxValue);
    }

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
#pragma warning disable CA1031 // The outermost frame of the thread: one piece of work may fail, the desktop goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _tell($"The desktop did not take a request: {e.Message}");
        }
    }

    private unsafe void Wake()
    {
        lock (_wakeLock)
        {
            if (_wakeUp >= 0)
            {
                ulong one = 1;
                _ = LibC.Write(_wakeUp, &one, sizeof(ulong));
            }
        }
    }

    private void End()
    {
        foreach (var (bus, _) in _buses)
        {
            bus.Dispose();
        }

        // A late Post must not write into a descriptor that belongs to somebody else by then.
        lock (_wakeLock)
        {
            _ = LibC.Close(_wakeUp);
            _wakeUp = -1;
        }

        _ended.SetResult();
    }
}

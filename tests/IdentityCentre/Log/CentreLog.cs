using System.Collections.Immutable;

namespace TrayAgent.Loopback.Log;

/// <summary>Counts what arrives, keeps what was answered, and wakes those who wait for either.</summary>
internal sealed class CentreLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Operation, int> _requests = [];
    private ImmutableList<CentreEvent> _events = [];
    private TaskCompletionSource _changed = NewSignal();

    public ImmutableList<CentreEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return _events;
            }
        }
    }

    public int Requests(Operation operation)
    {
        lock (_gate)
        {
            return _requests.GetValueOrDefault(operation);
        }
    }

    public void Arrived(Operation operation)
    {
        lock (_gate)
        {
            _requests[operation] = _requests.GetValueOrDefault(operation) + 1;
        }

        Signal();
    }

    public void Answered(CentreEvent answer)
    {
        lock (_gate)
        {
            _events = _events.Add(answer);
        }

        Signal();
    }

    /// <summary>Something else changed that a waiting condition may be about.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            _changed.TrySetResult();
            _changed = NewSignal();
        }
    }

    public async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before the look, so that a change between look and wait is not lost.
            var changed = Changed();
            if (condition())
            {
                return;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private Task Changed()
    {
        lock (_gate)
        {
            return _changed.Task;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

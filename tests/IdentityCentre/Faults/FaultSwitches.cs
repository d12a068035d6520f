namespace TrayAgent.Loopback;

/// <summary>The faults that are switched on, per operation, and how often each operation met one.</summary>
public sealed class FaultSwitches
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Operation, (Fault Fault, int Left)> _faults = [];
    private readonly Dictionary<Operation, int> _hits = [];
    private TaskCompletionSource _release = NewRelease();

    /// <summary>Added to the machine's time in the Date header of every answer.</summary>
    public TimeSpan DateSkew { get; set; }

    public void Set(Operation operation, Fault fault)
    {
        lock (_gate)
        {
            _faults[operation] = (fault, fault.Times);
        }
    }

    public void Set(Operation operation, FaultKind kind, int times = int.MaxValue) =>
        Set(operation, new Fault(kind, times));

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }

        Release();
    }

    /// <summary>Lets the requests go on that hang now; later ones hang again.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _release.TrySetResult();
            _release = NewRelease();
        }
    }

    /// <summary>How many requests of this operation met a fault.</summary>
    public int Hits(Operation operation)
    {
        lock (_gate)
        {
            return _hits.GetValueOrDefault(operation);
        }
    }

    internal Fault? Take(Operation operation)
    {
        lock (_gate)
        {
            if (!_faults.TryGetValue(operation, out var entry) || entry.Left <= 0)
            {
                return null;
            }

            _faults[operation] = (entry.Fault, entry.Left - 1);
            _hits[operation] = _hits.GetValueOrDefault(operation) + 1;
            return entry.Fault;
        }
    }

    internal Task Released()
    {
        lock (_gate)
        {
            return _release.Task;
        }
    }

    private static TaskCompletionSource NewRelease() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

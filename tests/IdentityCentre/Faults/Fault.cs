namespace TrayAgent.Loopback;

/// <summary>A fault for the next <see cref="Times"/> requests of an operation.</summary>
public sealed record Fault(FaultKind Kind, int Times = int.MaxValue)
{
    /// <summary>The false <c>expiresIn</c>: 0, -1, 1e18.</summary>
    public long Number { get; init; }

    /// <summary>Between two bytes of a slow answer.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}

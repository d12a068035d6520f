namespace TrayAgent.Loopback;

/// <summary>A request that was answered: what was asked and what came of it. Holds no secret.</summary>
public sealed record CentreEvent(DateTimeOffset At, Operation Operation, int Status, string Outcome)
{
    public Fault? Fault { get; init; }

    /// <summary>Which tool asked, in its own words.</summary>
    public required string UserAgent { get; init; }
}

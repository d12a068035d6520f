namespace TrayAgent.Core.Decide;

/// <summary>What the agent remembers of the refreshes of one session; a new process begins anew.</summary>
public sealed record RefreshMemory
{
    public static RefreshMemory None { get; } = new();

    /// <summary>The token that was last to be refreshed; failures of another one count no more.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Under way since then; null: none is.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last one ended, or began if it has not ended.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>In a row.</summary>
    public int Failures { get; init; }
}

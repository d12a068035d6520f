namespace TrayAgent.Loopback;

/// <summary>What can be seen of a portal session from outside.</summary>
public sealed record PortalSessionView(int Number, string StartUrl, string UserName)
{
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required bool IsLive { get; init; }

    public required SessionEnd? EndedBy { get; init; }

    /// <summary>How often one of its refresh tokens was exchanged for a new one.</summary>
    public required int Refreshes { get; init; }

    /// <summary>How often one of its refresh tokens came that had been exchanged before.</summary>
    public required int Reuses { get; init; }
}

namespace TrayAgent.Loopback;

/// <summary>What can be seen of a portal session from outside.</summary>
public sealed record PortalSessionView(int Number, string StartUrl, string UserName)
{
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required bool IsLive { get; init; }

    public required SessionEnd? EndedBy { get; init; }
}

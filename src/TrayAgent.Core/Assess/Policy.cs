using System.Collections.Immutable;

namespace TrayAgent.Core.Assess;

/// <summary>What the user configured, as far as judging and warning need it; the shell makes it from the agent settings.</summary>
public sealed record Policy
{
    public static Policy Default { get; } = new();

    /// <summary>How long before the end a warning is due; longest first.</summary>
    public ImmutableArray<TimeSpan> LeadTimes { get; init; } =
        [TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5)];

    /// <summary>Names of sessions that matter whatever else is the case.</summary>
    public ImmutableHashSet<string> PinnedSessions { get; init; } = [];

    /// <summary>How long a portal session lasts, by session name; <c>"*"</c> stands for all others.</summary>
    public ImmutableDictionary<string, TimeSpan> SessionDurations { get; init; } =
        ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>No notices within; null when the user set none.</summary>
    public QuietHours? QuietHours { get; init; }

    public TimeSpan LongestLeadTime => LeadTimes.IsEmpty ? TimeSpan.Zero : LeadTimes.Max();
}

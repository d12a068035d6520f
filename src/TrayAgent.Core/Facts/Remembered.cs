using System.Collections.Immutable;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Facts;

/// <summary>What the agent's own state files remember of the world; nothing here is in any AWS file.</summary>
public sealed record Remembered
{
    public static Remembered Nothing { get; } = new();

    /// <summary>By session name.</summary>
    public ImmutableDictionary<string, SessionHistory> History { get; init; } =
        ImmutableDictionary<string, SessionHistory>.Empty;

    /// <summary>Lengths that portal sessions turned out to have, by <see cref="Aws.StartUrls.Key"/>; oldest first, at most five.</summary>
    public ImmutableDictionary<string, ImmutableArray<ObservedLength>> Observed { get; init; } =
        ImmutableDictionary<string, ImmutableArray<ObservedLength>>.Empty;

    /// <summary>Our own keys in Claude Code's user settings, as they were when it worked.</summary>
    public KnownKeys KnownKeys { get; init; } = KnownKeys.Nothing;

    /// <summary>Null when no answer told the time yet.</summary>
    public ClockReading? Clock { get; init; }

    /// <summary>What AWS offered when it was last asked, at most one list for each region.</summary>
    public ImmutableArray<LiveProfiles> LiveProfiles { get; init; } = [];
}

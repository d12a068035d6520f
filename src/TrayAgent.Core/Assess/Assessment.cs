using System.Collections.Immutable;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess;

/// <summary>What a snapshot means.</summary>
public sealed record Assessment
{
    public required Snapshot Snapshot { get; init; }

    public required OverallHealth Overall { get; init; }

    /// <summary>Ordinal by name.</summary>
    public required ImmutableArray<SessionStatus> Sessions { get; init; }

    /// <summary>By severity (errors first), code, subject.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Codes of which every finding was a symptom of another one and is left out: "not found" would be a lie.</summary>
    public ImmutableHashSet<string> HiddenCodes { get; init; } = [];

    public SessionStatus? Session(string name) => Sessions.FirstOrDefault(session => session.Name == name);
}

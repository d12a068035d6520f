using System.Collections.Immutable;

namespace TrayAgent.Core.Assess;

/// <summary>A finding, and what it is about: by this a cause finds its symptoms.</summary>
internal sealed record Found(Finding Finding)
{
    public string? Session { get; init; }

    /// <summary>The profile it is about, and those it was reached through.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    public string? File { get; init; }

    /// <summary>The keys of Claude Code's settings that it is about.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];
}

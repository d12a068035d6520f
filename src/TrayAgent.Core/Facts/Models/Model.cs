using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>One Claude model of the built-in list.</summary>
public sealed record Model
{
    /// <summary>Its ID on Bedrock, which for all of these is no ID to call: <c>anthropic.claude-opus-4-5-20251101-v1:0</c>.</summary>
    public required string Id { get; init; }

    /// <summary>For people: <c>Claude Opus 4.5</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name at Anthropic, a key of <c>modelOverrides</c>: <c>claude-opus-4-5-20251101</c>.</summary>
    public required string ApiId { get; init; }

    public required ModelName Parts { get; init; }

    public ModelStatus Status { get; init; }

    public ImmutableArray<ModelProfile> Profiles { get; init; } = [];

    /// <summary>Its source names all profiles that there were.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Prefixes that somebody tried in vain.</summary>
    public ImmutableArray<string> RefusedPrefixes { get; init; } = [];

    /// <summary>Regions where the ID without a prefix can be called after all.</summary>
    public ImmutableArray<string> InRegion { get; init; } = [];

    /// <summary>Nothing but doubtful sources tell of it.</summary>
    public bool IsDoubtful => Profiles.All(profile => profile.Confidence == Confidence.Low);
}

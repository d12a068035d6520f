using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>The part of an explanation that depends on the machine.</summary>
/// <param name="Why">One or two sentences.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Reply(string Why, Remedy Remedy)
{
    /// <summary>What to hand to an administrator, line by line; empty when none is needed.</summary>
    public ImmutableArray<string> Enclosure { get; init; } = [];
}

using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Code">That of the findings it can make, or of an online check.</param>
/// <param name="Result">How it turned out.</param>
/// <param name="Note">Why it was skipped, or what was seen; null when there is no more to say.</param>
public sealed record Check(string Code, CheckResult Result, string? Note)
{
    /// <summary>What it found.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

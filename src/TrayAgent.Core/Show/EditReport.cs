using System.Collections.Immutable;
using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Show;

/// <summary>What <c>claude fix</c> and <c>claude undo</c> did, or would do: see docs/claude-fix-json.md.</summary>
/// <param name="File">Full path of the settings file.</param>
/// <param name="Outcome">A word of the contract, of <see cref="EditReportOutcome"/>.</param>
/// <param name="Text">The same as a sentence for people.</param>
public sealed record EditReport(string File, string Outcome, string Text)
{
    /// <summary>With secrets masked; empty when there is nothing to change.</summary>
    public string Diff { get; init; } = "";

    public ImmutableArray<ShownChange> Changes { get; init; } = [];

    /// <summary>What is not written and why, and what the edit leads to.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What is wrong with Claude Code all the same.</summary>
    public ImmutableArray<Finding> Remaining { get; init; } = [];
}

/// <param name="Before">Null: the key is not there.</param>
/// <param name="After">Null: it is removed; else a text, for nothing else is written.</param>
/// <param name="BeforeForm">What <paramref name="Before"/> is in JSON, because <c>1</c> is not <c>"1"</c>; null: the key is not there.</param>
public sealed record ShownChange(string Key, string? Before, string? After, string? BeforeForm);

using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>What <c>claude fix</c> would do: a closed set.</summary>
public abstract record ClaudeFix
{
    private ClaudeFix()
    {
    }

    /// <param name="Edit">Of the user's file, without what is in it already; no changes: nothing to do.</param>
    /// <param name="Notes">Sentences: what is not written and why, and what the edit leads to.</param>
    /// <param name="After">The machine as it will be.</param>
    public sealed record Planned(SettingsEdit Edit, ImmutableArray<string> Notes, Assessment After) : ClaudeFix
    {
        /// <summary>What is wrong with Claude Code all the same.</summary>
        public IEnumerable<Finding> Remaining => After.Findings.Where(IsOfClaude);
    }

    /// <summary>A person must say which profile.</summary>
    /// <param name="Message">With the choices.</param>
    public sealed record Undecided(string Message) : ClaudeFix;

    /// <summary>It must not be done.</summary>
    /// <param name="Message">Why not, and what to do.</param>
    public sealed record Refused(string Message) : ClaudeFix;

    /// <summary>Of the findings those that are about Claude Code.</summary>
    public static bool IsOfClaude(Finding finding) => finding.Code.StartsWith("claude.", StringComparison.Ordinal);
}

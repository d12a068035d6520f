using System.Collections.Immutable;
using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Show;

/// <summary>The findings that an edit leaves, with what to do about each.</summary>
public static class RemainingText
{
    /// <summary>After an edit of all that can be repaired.</summary>
    public static string Of(ImmutableArray<Finding> findings, TextStyle style) =>
        Of("What no edit of your settings repairs:", findings, style);

    /// <summary>After an edit that was not made to repair them.</summary>
    public static string AllTheSame(ImmutableArray<Finding> findings, TextStyle style) =>
        Of("What is wrong with Claude Code all the same:", findings, style);

    private static string Of(string heading, ImmutableArray<Finding> findings, TextStyle style) => string.Join('\n', findings
        .SelectMany(finding => FindingLines.Of(finding, new Paint(style)))
        .Prepend(heading));
}

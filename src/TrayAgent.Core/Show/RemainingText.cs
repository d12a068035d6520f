using System.Collections.Immutable;
using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Show;

/// <summary>The findings that no edit repairs, with what to do about each.</summary>
public static class RemainingText
{
    public static string Of(ImmutableArray<Finding> findings, TextStyle style) => string.Join('\n', findings
        .SelectMany(finding => FindingLines.Of(finding, new Paint(style)))
        .Prepend("What no edit of your settings repairs:"));
}

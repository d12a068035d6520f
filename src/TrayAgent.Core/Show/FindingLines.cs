using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Show;

/// <summary>A finding for people: its code, its message, what to do about it.</summary>
internal static class FindingLines
{
    public static IEnumerable<string> Of(Finding finding, Paint paint)
    {
        yield return $"{paint.Severity(finding.Severity)} {finding.Code}";
        foreach (var line in Details(finding))
        {
            yield return line;
        }
    }

    /// <summary>Without its code.</summary>
    public static IEnumerable<string> Details(Finding finding)
    {
        foreach (var line in Wrapped.Lines(Visible.Of(finding.Message), indent: 2))
        {
            yield return line;
        }

        if (finding.Remedy is not { } remedy)
        {
            yield break;
        }

        foreach (var line in Wrapped.Lines($"→ {Visible.Of(remedy.Text)}", indent: 2))
        {
            yield return line;
        }

        // Not wrapped: a command is there to be copied.
        if (!remedy.Argv.IsDefaultOrEmpty)
        {
            yield return $"    {CommandLine.Of(remedy.Argv)}";
        }
    }
}

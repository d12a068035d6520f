namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code's settings cannot be read, so what they say about AWS does not count.</summary>
internal static class ClaudeSettingsUnreadable
{
    public static IEnumerable<Found> Find(Judged judged) =>
        from layer in judged.Snapshot.Claude.Layers
        let problem = layer.Problem
        where problem is not null
        let place = problem.Line is { } line ? $"{layer.File}:{line}" : layer.File
        select new Found(new Finding(
            FindingCodes.ClaudeSettingsUnreadable,
            Severity.Error,
            layer.File,
            $"Claude Code's settings '{place}' cannot be read: {problem.Text}",
            Remedy.Advice($"Correct '{place}' in an editor.")))
        {
            File = layer.File,
        };
}

using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A construct that the AWS CLI accepts and another SDK rejects or reads differently.</summary>
internal static class ConfigPortability
{
    /// <summary>Claude Code brings this one along.</summary>
    private const string ClaudesSdk = "JavaScript SDK";

    public static IEnumerable<Found> Find(Judged judged) => judged.Config.PortabilityNotes
        .GroupBy(note => $"{note.File}:{note.Line}", StringComparer.Ordinal)
        .Select(notes => new Found(new Finding(
            FindingCodes.ConfigPortability,
            notes.Max(note => Weigh(judged, note)),
            notes.Key,
            $"Tools read '{notes.Key}' differently: {string.Join(" ", notes.Select(note => note.Text).Distinct())}",
            Remedy.Advice($"Write '{notes.Key}' in the plain form that all of them read alike.")))
        {
            File = notes.First().File,
        });

    private static Severity Weigh(Judged judged, PortabilityNote note) =>
        note.Tools.Contains(ClaudesSdk) && judged.IsUsedLine(note.File, note.Line) ? Severity.Warning : Severity.Info;
}

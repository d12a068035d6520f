using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess;

/// <summary>
/// An edit of a file that we may not write, or that no two readers read alike, helps nobody:
/// then its remedy says whose the file is or what is wrong with it, and what would help.
/// </summary>
internal static class OutOfReach
{
    public static Finding Of(Finding finding, Snapshot snapshot) =>
        finding.Remedy is { } remedy && IsOfSettings(remedy, snapshot.Claude.UserFile) && Reason(snapshot) is { } reason
            ? finding with { Remedy = Remedy.Advice($"{remedy.Text} TrayAgent cannot: {reason}") }
            : finding;

    /// <summary>A file without any key, a wiped one, can be written whatever is wrong with it.</summary>
    private static string? Reason(Snapshot snapshot) => snapshot.SettingsFile.Refusal
        ?? snapshot.Claude.Layers.FirstOrDefault(layer => layer.File == snapshot.Claude.UserFile && !layer.Settings.IsEmpty)?.Problem?.Text;

    private static bool IsOfSettings(Remedy remedy, string file) =>
        remedy.Edit?.File == file || remedy.Argv is ["trayagent", "claude", "fix", ..];
}

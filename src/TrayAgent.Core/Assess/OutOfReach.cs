using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess;

/// <summary>An edit of a file that we may not write helps nobody: then its remedy says whose the file is, and what would help.</summary>
internal static class OutOfReach
{
    public static Finding Of(Finding finding, Snapshot snapshot) =>
        snapshot.SettingsFile.Refusal is { } refusal && finding.Remedy is { } remedy && IsOfSettings(remedy, snapshot.Claude.UserFile)
            ? finding with { Remedy = Remedy.Advice($"{remedy.Text} TrayAgent cannot: {refusal}") }
            : finding;

    private static bool IsOfSettings(Remedy remedy, string file) =>
        remedy.Edit?.File == file || remedy.Argv is ["trayagent", "claude", "fix", ..];
}

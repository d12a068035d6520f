namespace TrayAgent.Core.Facts.Claude;

/// <summary>A key of Claude Code's settings in a file where Claude Code does not look for it.</summary>
/// <param name="File">Full path.</param>
public sealed record StraySetting(string File, string Key, int? Line)
{
    /// <summary>Whether anybody misses such a key: with one in the right place, what stands elsewhere does no harm.</summary>
    public static bool Matters(ClaudeSettings settings) =>
        settings.UsesBedrock && settings.Text(ClaudeKeys.AuthRefresh) is null && settings.Text(ClaudeKeys.CredentialExport) is null;
}

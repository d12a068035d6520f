namespace TrayAgent.Core.Facts.Claude;

/// <summary>Commands of the user's file that run somebody else's programs: their owner decides whether they stay.</summary>
internal static class ForeignCommands
{
    private static readonly string[] Keys = [ClaudeKeys.CredentialExport, ClaudeKeys.AuthRefresh];

    /// <summary>The key of the first; null when there is none.</summary>
    public static string? In(ClaudeSettings claude) => Array.Find(Keys, key => IsForeign(claude, key));

    public static bool IsForeign(ClaudeSettings claude, string key) =>
        Keys.Contains(key)
        && claude.Layers.FirstOrDefault(layer => layer.File == claude.UserFile)?[key]?.Text is { Length: > 0 } text
        && SettingsCommand.Of(text).IsForeign;
}

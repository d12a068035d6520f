namespace TrayAgent.Core.Facts.Claude;

/// <summary>A key of Claude Code's settings in a file where Claude Code does not look for it.</summary>
/// <param name="File">Full path.</param>
public sealed record StraySetting(string File, string Key, int? Line);

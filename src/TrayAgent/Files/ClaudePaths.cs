namespace TrayAgent.Files;

/// <summary>Where Claude Code keeps its project-independent settings.</summary>
/// <param name="UserFile">Full path of the user's <c>settings.json</c>.</param>
/// <param name="ManagedFolder">Folder of <c>managed-settings.json</c> and <c>managed-settings.d</c>.</param>
internal sealed record ClaudePaths(string UserFile, string ManagedFolder)
{
    public static ClaudePaths From(ProcessEnvironment environment, string home) => new(
        Path.Combine(environment["CLAUDE_CONFIG_DIR"] ?? Path.Combine(home, ".claude"), "settings.json"),
        OperatingSystem.IsWindows() ? @"C:\Program Files\ClaudeCode"
        : OperatingSystem.IsMacOS() ? "/Library/Application Support/ClaudeCode"
        : "/etc/claude-code");
}

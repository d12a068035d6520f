namespace TrayAgent.Files;

/// <summary>Where Claude Code keeps its settings.</summary>
/// <param name="UserFile">Full path of the user's <c>settings.json</c>.</param>
/// <param name="ManagedFolder">Folder of <c>managed-settings.json</c> and <c>managed-settings.d</c>.</param>
internal sealed record ClaudePaths(string UserFile, string ManagedFolder)
{
    public string UserFolder => Path.GetDirectoryName(UserFile)!;

    /// <summary>What Claude Code remembers: no settings, although people write some into it.</summary>
    public string StateFile { get; init; } = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(UserFile)) ?? "", ".claude.json");

    /// <summary>VS Code's own settings, in which people set variables for the Claude Code that it starts; null: not looked at.</summary>
    public string? EditorFile { get; init; }

    /// <summary>Full path of the folder in which Claude Code would be started; null: no project is looked at.</summary>
    public string? Folder { get; init; }

    public static ClaudePaths From(ProcessEnvironment environment, string home)
    {
        var moved = environment["CLAUDE_CONFIG_DIR"];
        var paths = new ClaudePaths(
            Path.Combine(moved ?? Path.Combine(home, ".claude"), "settings.json"),
            OperatingSystem.IsWindows() ? @"C:\Program Files\ClaudeCode"
            : OperatingSystem.IsMacOS() ? "/Library/Application Support/ClaudeCode"
            : "/etc/claude-code")
        {
            EditorFile = Path.Combine(EditorFolder(environment, home), "Code", "User", "settings.json"),
        };
        return moved is null ? paths : paths with { StateFile = Path.Combine(moved, ".claude.json") };
    }

    /// <remarks>https://code.visualstudio.com/docs/configure/settings#_user-settingsjson-location</remarks>
    private static string EditorFolder(ProcessEnvironment environment, string home) =>
        OperatingSystem.IsWindows() ? environment["APPDATA"] ?? Path.Combine(home, "AppData", "Roaming")
        : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Application Support")
        : environment["XDG_CONFIG_HOME"] ?? Path.Combine(home, ".config");
}

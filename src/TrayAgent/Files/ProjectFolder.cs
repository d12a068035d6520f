using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>Where Claude Code looks for the settings of a project.</summary>
internal static class ProjectFolder
{
    private const string ClaudeFolder = ".claude";

    /// <summary>Since then the local file lies at the root of the git repository.</summary>
    private static readonly Version LocalAtRoot = new(2, 1, 211);

    /// <summary>In the folder where it is started, and in none above.</summary>
    public static string SharedFile(string folder) => Path.Combine(folder, ClaudeFolder, "settings.json");

    /// <param name="folder">Full path, in which Claude Code would be started.</param>
    /// <param name="home">The user's home folder.</param>
    /// <param name="version">Of Claude Code; null when unknown: then a new one is assumed.</param>
    /// <remarks>https://code.claude.com/docs/en/settings</remarks>
    public static string LocalFile(string folder, string home, Version? version)
    {
        var root = OperatingSystem.IsWindows() || (version is not null && version < LocalAtRoot) ? null : GitRoot(folder);
        return Path.Combine(
            root is null || IsSame(root, home) || !IsOwn(root) ? folder : root, ClaudeFolder, "settings.local.json");
    }

    private static string? GitRoot(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            // A worktree has a file of that name.
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                return current;
            }
        }

        return null;
    }

    private static bool IsSame(string one, string other) =>
        Path.TrimEndingDirectorySeparator(one) == Path.TrimEndingDirectorySeparator(other);

    private static bool IsOwn(string folder) =>
        !OperatingSystem.IsLinux()
        || (Posix.Statx(StatxResult.CurrentFolder, folder, 0, StatxResult.BasicStats, out var found) == 0
            && found.Owner == Posix.EffectiveUser());
}

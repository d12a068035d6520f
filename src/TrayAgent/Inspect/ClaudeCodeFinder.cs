using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Finds Claude Code without starting it.</summary>
/// <remarks>https://code.claude.com/docs/en/setup</remarks>
internal sealed class ClaudeCodeFinder
{
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["claude.exe", "claude.cmd"] : ["claude"];

    private readonly string[] _candidates;
    private ClaudeCode.Found? _found;
    private FileStamp? _stamp;

    /// <param name="usualFolders">Searched after the PATH.</param>
    public ClaudeCodeFinder(ProcessEnvironment environment, IEnumerable<string> usualFolders) =>
        _candidates = [.. Programs.Candidates(environment, Names, usualFolders)];

    public static ClaudeCodeFinder For(ProcessEnvironment environment, string home) => new(
        environment,
        OperatingSystem.IsWindows()
            ?
            [
                Path.Combine(home, ".local", "bin"),
                Path.Combine(environment["APPDATA"] ?? Path.Combine(home, "AppData", "Roaming"), "npm"),
            ]
            :
            [
                Path.Combine(home, ".local", "bin"), Path.Combine(home, ".claude", "local"), "/usr/local/bin",
                "/opt/homebrew/bin", "/home/linuxbrew/.linuxbrew/bin", "/usr/bin", Path.Combine(home, ".npm-global", "bin"),
                Path.Combine(home, ".bun", "bin"),
            ]);

    public ClaudeCode Find()
    {
        if (Array.Find(_candidates, Programs.IsProgram) is not { } path)
        {
            return new ClaudeCode.Missing();
        }

        // An update puts another file behind the name.
        var stamp = GuardedFile.Stamp(path);
        if (_found is null || _found.Path != path || stamp is null || stamp != _stamp)
        {
            _found = new ClaudeCode.Found(path, ClaudeCodeVersion.Of(path));
            _stamp = stamp;
        }

        return _found;
    }
}

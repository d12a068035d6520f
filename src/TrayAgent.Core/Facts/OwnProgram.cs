namespace TrayAgent.Core.Facts;

/// <summary>How a command that others run for us can name this program.</summary>
/// <param name="Path">Full path.</param>
public sealed record OwnProgram(string Path)
{
    public const string Name = "trayagent";

    /// <summary>A bare <c>trayagent</c> on the PATH is this program and no other.</summary>
    public bool IsOnPath { get; init; }

    /// <summary>
    /// As a word for the shell that Claude Code starts: <c>sh</c> on Unix, <c>cmd</c> or Git Bash on Windows, where a path
    /// in double quotes with forward slashes is read alike by both. Null when no quoting is safe.
    /// </summary>
    public string? ShellWord => IsOnPath ? Name
        : Path.Any(character => character < ' ' || "'\"`$%!&|<>^\u007f".Contains(character, StringComparison.Ordinal)) ? null
        : Path.Contains('\\', StringComparison.Ordinal) && !Path.StartsWith('/') ? $"\"{Path.Replace('\\', '/')}\""
        : Path.All(IsPlain) ? Path
        : Path.Contains('\\', StringComparison.Ordinal) ? null
        : $"'{Path}'";

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || "-_./@+,".Contains(character, StringComparison.Ordinal);
}

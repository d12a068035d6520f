namespace TrayAgent.Desktop.Windows.Autostart;

/// <summary>A command line as Windows splits it: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments.</summary>
internal static class RunCommand
{
    /// <summary>The program's full path; null where it has none. No path holds a quote, and one with blanks needs them.</summary>
    public static string? Program(string command)
    {
        var text = command.Trim();
        var program = text.StartsWith('"') ? text[1..].Split('"')[0] : text.Split(' ')[0];
        return program is [var drive, ':', '\\' or '/', ..] && char.IsAsciiLetter(drive) || program.StartsWith(@"\\", StringComparison.Ordinal) ? program : null;
    }
}

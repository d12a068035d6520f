using System.Text;

namespace TrayAgent.Desktop.Linux;

/// <summary>
/// The little of the Desktop Entry format that autostart needs.
/// https://specifications.freedesktop.org/desktop-entry-spec/latest/
/// </summary>
internal static class DesktopEntry
{
    /// <summary>The keys of the group [Desktop Entry], raw; the first of two equal keys counts.</summary>
    public static Dictionary<string, string> Parse(string text)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var group = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
            {
                group = line;
            }
            else if (group == "[Desktop Entry]" && !line.StartsWith('#') && line.IndexOf('=') is > 0 and var equals)
            {
                keys.TryAdd(line[..equals].TrimEnd(), line[(equals + 1)..].TrimStart());
            }
        }

        return keys;
    }

    /// <summary>A value of the type string.</summary>
    public static string Escaped(string value)
    {
        var escaped = value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal);
        return escaped.StartsWith(' ') ? "\\s" + escaped[1..] : escaped;
    }

    /// <summary>
    /// A program and its arguments as the value of Exec: quoted as for a shell, '%' doubled,
    /// and then escaped like every string, which doubles the backslashes once more.
    /// https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
    /// </summary>
    public static string Exec(params string[] command) => Escaped(string.Join(' ', command.Select(Quoted)));

    /// <summary>The first word of the value of Exec, read as <see cref="Exec"/> writes it.</summary>
    public static string Program(string exec)
    {
        var text = Unescaped(exec);
        var program = new StringBuilder();
        var isQuoted = text.StartsWith('"');
        for (var i = isQuoted ? 1 : 0; i < text.Length && text[i] != (isQuoted ? '"' : ' '); i++)
        {
            // A backslash has a meaning only in quotes; '%%' is one '%'.
            var isDouble = (isQuoted && text[i] == '\\') || text[i..].StartsWith("%%", StringComparison.Ordinal);
            i += isDouble && i + 1 < text.Length ? 1 : 0;
            program.Append(text[i]);
        }

        return program.ToString();
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            text.Append(value[i] != '\\' || i + 1 == value.Length ? value[i] : value[++i] switch
            {
                's' => ' ',
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                var other => other,
            });
        }

        return text.ToString();
    }

    private static string Quoted(string argument)
    {
        const string Reserved = " \t\n\"'\\><~|&;$*?#()`%";
        if (argument.Length > 0 && !argument.Any(Reserved.Contains))
        {
            return argument;
        }

        var quoted = new StringBuilder("\"");
        foreach (var character in argument)
        {
            quoted.Append(character switch
            {
                '"' or '`' or '$' or '\\' => $"\\{character}",
                '%' => "%%",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}

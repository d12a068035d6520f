using System.Text;

namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>Takes away what loggers put before each line, which would stand in the middle of a wrapped sentence.</summary>
internal static class LinePrefixes
{
    private const int LongestName = 60;

    private static readonly string[] Levels =
    [
        "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "ERR", "FATAL", "CRITICAL", "STDERR", "STDOUT",
    ];

    private static readonly string[] Months =
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];

    public static string Without(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            plain.Append(line[Length(line)..]).Append('\n');
        }

        return plain.ToString();
    }

    /// <summary>Instants, levels and names of programs, in any order.</summary>
    private static int Length(ReadOnlySpan<char> line)
    {
        var at = 0;
        var hasLogger = false;
        while (true)
        {
            var start = at;
            while (start < line.Length && !char.IsLetterOrDigit(line[start]) && line[start] is not ('[' or '(' or '"' or '\''))
            {
                start++;
            }

            var rest = line[start..];
            var length = Bracketed(rest) ?? SystemLog(rest) ?? Instant(rest) ?? Level(rest) ?? Program(rest);
            if (length is null && at > 0 && !hasLogger)
            {
                hasLogger = true;
                length = Closed(rest) is > 0 and var end && !IsSection(rest[1..end]) ? end + 1 : null;
            }

            if (length is null)
            {
                return at;
            }

            at = start + length.Value;
        }
    }

    /// <summary>[ERROR], [2026-11-23 10:00:00], [worker 3]; not [sso-session].</summary>
    private static int? Bracketed(ReadOnlySpan<char> text)
    {
        var end = Closed(text);
        return end > 0 && (IsLevel(text[1..end].Trim()) || text[1..end].IndexOfAnyInRange('0', '9') >= 0) ? end + 1 : null;
    }

    /// <summary>Where the bracket at its beginning ends. After an instant or a level it holds the logger's name, once.</summary>
    private static int Closed(ReadOnlySpan<char> text) =>
        text.IsEmpty || text[0] != '[' ? -1 : text[..Math.Min(text.Length, LongestName)].IndexOf(']');

    /// <summary>Of the AWS config, which errors speak of.</summary>
    private static bool IsSection(ReadOnlySpan<char> name) =>
        name.StartsWith("sso-session", StringComparison.Ordinal) || name.StartsWith("profile", StringComparison.Ordinal) || name is "default";

    /// <summary>"Nov 23 10:00:00 host program[123]:".</summary>
    private static int? SystemLog(ReadOnlySpan<char> text)
    {
        if (text.Length < 15 || text[3] != ' ' || Array.IndexOf(Months, text[..3].ToString()) < 0 || text[9] != ':')
        {
            return null;
        }

        var rest = text[15..];
        var tag = rest[..Math.Min(rest.Length, LongestName)].IndexOf("]:", StringComparison.Ordinal);
        return 15 + (tag < 0 ? 0 : tag + 2);
    }

    /// <summary>Digits with at least two separators: dates, times and both.</summary>
    private static int? Instant(ReadOnlySpan<char> text)
    {
        var length = 0;
        var separators = 0;
        while (length < text.Length && length < LongestName
            && (char.IsAsciiDigit(text[length]) || text[length] is ':' or '-' or '/' or '.' or ',' or '+' or 'T' or 'Z'))
        {
            separators += text[length] is ':' or '-' or '/' ? 1 : 0;
            length++;
        }

        return separators < 2 || !char.IsAsciiDigit(text[0]) || (length < text.Length && char.IsLetterOrDigit(text[length])) ? null
            : text[length..].StartsWith(" AM", StringComparison.Ordinal) || text[length..].StartsWith(" PM", StringComparison.Ordinal) ? length + 3
            : length;
    }

    /// <summary>In capitals, as no sentence has it.</summary>
    private static int? Level(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterUpper(text[length]))
        {
            length++;
        }

        return IsLevel(text[..length]) && (length == text.Length || !char.IsLetterOrDigit(text[length])) ? length : null;
    }

    /// <summary>"worker-1  | ", as Docker Compose writes it.</summary>
    private static int? Program(ReadOnlySpan<char> text)
    {
        var bar = text[..Math.Min(text.Length, LongestName)].IndexOf('|');
        return bar > 1 && text[bar - 1] == ' ' && !text[..bar].TrimEnd(' ').Contains(' ') ? bar + 1 : null;
    }

    private static bool IsLevel(ReadOnlySpan<char> word) =>
        word.Length is > 2 and < 10 && Array.IndexOf(Levels, word.ToString().ToUpperInvariant()) >= 0;
}

using System.Text;

namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>
/// Takes away what neighbouring lines begin with in common, whatever logger wrote it: only numbers may differ, and it ends with a mark
/// (<c>claude[4711]: </c>, <c>I1126 10:00:00.1 1 main.go:12] </c>). That may be part of an error, too, so the text as it is goes first.
/// </summary>
internal static class CommonPrefixes
{
    private const int Longest = 120;

    /// <summary>Null when there is none.</summary>
    public static string? Without(string text)
    {
        var lines = text.Split('\n');
        var plain = new StringBuilder(text.Length);
        var before = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var after = i + 1 < lines.Length ? Common(lines[i], lines[i + 1]) : 0;
            plain.Append(lines[i].AsSpan(Math.Max(before, after))).Append('\n');
            before = i + 1 < lines.Length ? Common(lines[i + 1], lines[i]) : 0;
        }

        return plain.Length <= text.Length ? plain.ToString() : null;
    }

    /// <summary>How much of a line, up to a mark, another one begins with as well.</summary>
    private static int Common(string line, string other)
    {
        var (at, beside, end) = (0, 0, 0);
        while (at < Math.Min(line.Length, Longest) && beside < other.Length)
        {
            if (char.IsAsciiDigit(line[at]) && char.IsAsciiDigit(other[beside]))
            {
                (at, beside) = (AfterDigits(line, at), AfterDigits(other, beside));
                continue;
            }

            if (line[at] != other[beside])
            {
                break;
            }

            (at, beside) = (at + 1, beside + 1);
            end = IsMark(line, at) ? at : end;
        }

        return end;
    }

    private static int AfterDigits(string line, int at)
    {
        while (at < line.Length && char.IsAsciiDigit(line[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>A blank after something that ends no word of a sentence, or the beginning of a value.</summary>
    private static bool IsMark(string line, int end) =>
        line[end - 1] is '\t' or '=' or ']' || (end > 1 && line[end - 1] == ' ' && !char.IsLetter(line[end - 2]) && line[end - 2] is not (' ' or ',' or '.'));
}

using System.Buffers;

namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>Takes a name out of what stands around it in a message.</summary>
internal static class Names
{
    private const int Longest = 200;

    private const string Around = "'\"`\u2018\u2019\u201C\u201D()[]{}<>:=,;\u2502| \t\r\n";

    private static readonly SearchValues<char> EndsWord = SearchValues.Create(" \t\r\n,;");

    public static string Trimmed(ReadOnlySpan<char> text)
    {
        var name = text.Trim(Around);
        return name.Length > Longest ? "" : name.ToString();
    }

    /// <summary>Up to the quote or bracket that closes it, else up to a blank.</summary>
    public static string First(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && start < Longest && Around.Contains(text[start], StringComparison.Ordinal))
        {
            start++;
        }

        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var end = start > 0 && Closing(text[start - 1]) is { } closing ? rest.IndexOf(closing) : -1;
        return Trimmed(rest[..(end >= 0 ? end : EndOfWord(rest))].TrimEnd('.'));
    }

    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(EndsWord);
        return end < 0 ? text.Length : end;
    }

    private static char? Closing(char opening) => opening switch
    {
        '\'' or '"' or '`' => opening,
        '\u2018' or '\u201C' => (char)(opening + 1),
        '(' => ')',
        '[' => ']',
        _ => null,
    };
}

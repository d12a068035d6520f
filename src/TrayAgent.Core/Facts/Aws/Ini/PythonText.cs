namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>What Python's <c>str</c> counts as white space, because the AWS CLI trims by it.</summary>
internal static class PythonText
{
    /// <remarks>https://docs.python.org/3/library/stdtypes.html#str.isspace: also the four ASCII separators.</remarks>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';

    public static string Trim(string text) => Trim(text.AsSpan()).ToString();

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = Indent(text);
        var end = text.Length;
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>How many characters of white space the text begins with.</summary>
    public static int Indent(ReadOnlySpan<char> text)
    {
        var indent = 0;
        while (indent < text.Length && IsSpace(text[indent]))
        {
            indent++;
        }

        return indent;
    }

    /// <summary>At every character that Python's <c>splitlines</c> takes for a line break.</summary>
    public static IEnumerable<IniLine> SplitLines(IniLine line) =>
        line.Content.Split(['\v', '\f', '\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029'])
            .Select(text => IniLine.Of(line.Number, text));

    public static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);
}

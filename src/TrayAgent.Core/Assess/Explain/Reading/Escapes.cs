using System.Globalization;
using System.Text;

namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>Takes away what programs wrap a text in: the escapes of JSON, of HTML and of terminals.</summary>
internal static class Escapes
{
    private const char Escape = '\u001B';

    /// <summary>JSON in JSON in JSON is what log collectors make.</summary>
    private const int Layers = 3;

    private static readonly (string Name, char Character)[] Entities =
    [
        ("&#39;", '\''), ("&#x27;", '\''), ("&apos;", '\''), ("&rsquo;", '\''), ("&quot;", '"'), ("&#34;", '"'),
        ("&lt;", '<'), ("&gt;", '>'), ("&nbsp;", ' '), ("&amp;", '&'),
    ];

    public static string Without(string text)
    {
        // Colours may stand inside of an escape, or be escaped themselves.
        text = WithoutTerminal(text);
        for (var layer = 0; layer < Layers && text.Contains('\\', StringComparison.Ordinal); layer++)
        {
            text = Unescaped(text);
        }

        return WithoutTerminal(text.Contains('&', StringComparison.Ordinal) ? WithoutEntities(text) : text);
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'n' or 'r' or 't':
                    plain.Append('\n');
                    break;
                case 'u' when Hex(text, i + 1, 4) is { } code:
                    plain.Append(code);
                    i += 4;
                    break;
                case 'x' when Hex(text, i + 1, 2) is { } code:
                    plain.Append(code);
                    i += 2;
                    break;
                case 'e':
                    plain.Append(Escape);
                    break;
                case '0' when string.CompareOrdinal(text, i, "033", 0, 3) == 0:
                    plain.Append(Escape);
                    i += 2;
                    break;
                case '"' or '\'' or '/' or '\\' or '`' or '$':
                    plain.Append(text[i]);
                    break;
                default:
                    plain.Append('\\').Append(text[i]);
                    break;
            }
        }

        return plain.ToString();
    }

    private static char? Hex(string text, int start, int length) =>
        start + length <= text.Length
        && ushort.TryParse(text.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;

    private static string WithoutEntities(string text) =>
        Entities.Aggregate(text, (plain, entity) => plain.Replace(entity.Name, entity.Character.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Colours, cursor movements, links and window titles.</summary>
    /// <remarks>https://ecma-international.org/publications-and-standards/standards/ecma-48/</remarks>
    private static string WithoutTerminal(string text)
    {
        if (text.AsSpan().IndexOfAny(Escape, '\u009B', '\b') < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape)
            {
                i = EndOfSequence(text, i + 1);
            }
            else if (text[i] == '\u009B')
            {
                i = EndOfControl(text, i + 1);
            }
            else if (text[i] != '\b')
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    /// <summary>The index of its last character.</summary>
    private static int EndOfSequence(string text, int next) => next >= text.Length ? next
        : text[next] == '[' ? EndOfControl(text, next + 1)
        : text[next] is ']' or 'P' or '_' or '^' ? EndOfString(text, next + 1)
        : next;

    private static int EndOfControl(string text, int next)
    {
        while (next < text.Length && text[next] is >= ' ' and <= '?')
        {
            next++;
        }

        return next;
    }

    /// <summary>An open one ends with its line, else one lost character would swallow everything.</summary>
    private static int EndOfString(string text, int next)
    {
        while (next < text.Length && text[next] is not ('\a' or Escape or '\n'))
        {
            next++;
        }

        return next < text.Length && text[next] == Escape ? next + 1 : next;
    }
}

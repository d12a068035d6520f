using System.Globalization;
using System.Text;

namespace TrayAgent.Desktop;

/// <summary>
/// Makes text that came from files fit for somebody else's toolkit: session names are not ours to trust.
/// </summary>
internal static class PlainText
{
    /// <summary>On one line, without control and direction characters, cut to a length.</summary>
    public static string Line(string text, int length) => Clean(text, length, ' ');

    /// <summary>The same, but line feeds stay.</summary>
    public static string Lines(string text, int length) => Clean(text, length, '\n');

    private static string Clean(string text, int length, char lineFeed)
    {
        var clean = new StringBuilder(Math.Min(text.Length, length));

        // A lone surrogate comes out as U+FFFD; D-Bus takes valid UTF-8 only, and XML no surrogates.
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= length)
            {
                return clean.Append('…').ToString();
            }

            if (rune.Value is '\n' or '\t')
            {
                clean.Append(rune.Value == '\n' ? lineFeed : ' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control and not UnicodeCategory.Format
                and not UnicodeCategory.LineSeparator and not UnicodeCategory.ParagraphSeparator)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace TrayAgent.Core.Show;

/// <summary>Text from files made safe to show.</summary>
public static class Visible
{
    /// <summary>
    /// Control characters, line breaks and the invisible characters that reorder text become U+FFFD:
    /// a session's name must not move a cursor, start a new line or pretend to be another one.
    /// </summary>
    /// <remarks>https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing</remarks>
    public static string Of(string text)
    {
        // Nearly all names, for the sake of 'auth-refresh'.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        // Half a surrogate pair is enumerated as a replacement character already, so it is looked for as it is.
        if (!text.Any(char.IsSurrogate) && !text.EnumerateRunes().Any(IsHostile))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append(IsHostile(rune) ? "\uFFFD" : rune.ToString());
        }

        return visible.ToString();
    }

    /// <summary>The same, cut to so many characters with an ellipsis.</summary>
    public static string Of(string text, int length)
    {
        var visible = Of(text);
        if (visible.Length <= length)
        {
            return visible;
        }

        var cut = char.IsHighSurrogate(visible[length - 2]) ? length - 2 : length - 1;
        return visible[..cut] + "…";
    }

    private static bool IsHostile(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}

using System.Text;
using TrayAgent.Core.Show;
using Wcwidth;

namespace TrayAgent.Cli.Setup;

/// <summary>How much room a text takes in a terminal, where a letter of Chinese or an emoji takes two columns and an accent none.</summary>
/// <remarks>https://www.unicode.org/reports/tr11/</remarks>
internal static class Columns
{
    /// <param name="text">With nothing in it that moves a cursor.</param>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>Safe to show, and with blanks behind it.</summary>
    public static string Padded(string text, int columns)
    {
        var visible = Visible.Of(text);
        return visible + new string(' ', Math.Max(0, columns - Of(visible)));
    }

    /// <summary>Safe to show; of a long one the beginning.</summary>
    public static string Beginning(string text, int columns)
    {
        var visible = Visible.Of(text);
        return Of(visible) <= columns ? visible : Taken(visible.EnumerateRunes(), columns - 1) + "…";
    }

    /// <summary>Safe to show; of a long one the end.</summary>
    public static string End(string text, int columns)
    {
        var visible = Visible.Of(text);
        if (Of(visible) <= columns)
        {
            return visible;
        }

        var from = visible.Length;
        var room = columns - 1;
        foreach (var rune in visible.EnumerateRunes().Reverse())
        {
            room -= Of(rune);
            if (room < 0)
            {
                break;
            }

            from -= rune.Utf16SequenceLength;
        }

        return "…" + visible[from..];
    }

    private static string Taken(IEnumerable<Rune> runes, int columns)
    {
        var taken = new StringBuilder();
        foreach (var rune in runes)
        {
            columns -= Of(rune);
            if (columns < 0)
            {
                break;
            }

            taken.Append(rune);
        }

        return taken.ToString();
    }

    private static int Of(Rune rune) => Math.Max(0, UnicodeCalculator.GetWidth(rune));
}

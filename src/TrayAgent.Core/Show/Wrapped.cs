namespace TrayAgent.Core.Show;

/// <summary>Breaks text at blanks for a terminal of 80 columns.</summary>
internal static class Wrapped
{
    /// <summary>Two less than a terminal has, for the indentation of a section.</summary>
    public const int Width = 78;

    public static IEnumerable<string> Lines(string text, int indent)
    {
        var margin = new string(' ', indent);
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > Width)
            {
                yield return margin + line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return margin + line;
        }
    }
}

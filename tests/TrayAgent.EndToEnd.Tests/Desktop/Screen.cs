namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>What is on the screen: three bytes a pixel, row by row.</summary>
internal sealed record Screen(int Width, int Height, byte[] Pixels)
{
    private static readonly ScreenArea Tray = new(0, 0, 30, 30);

    private static readonly IReadOnlyDictionary<IconColour, (int Red, int Green, int Blue)> Faces =
        new Dictionary<IconColour, (int Red, int Green, int Blue)>
        {
            [IconColour.Green] = (30, 140, 62),
            [IconColour.Amber] = (232, 142, 0),
            [IconColour.Red] = (214, 40, 40),
            [IconColour.Blue] = (30, 136, 240),
            [IconColour.Grey] = (112, 117, 125),
        };

    /// <summary>The middle of all pixels of about this colour, or null when there are too few.</summary>
    public (int X, int Y)? Find((int Red, int Green, int Blue) colour, int atLeast = 40)
    {
        var found = Enumerable.Range(0, Width * Height).Where(i => Distance(i, colour) < 30).ToList();
        return found.Count < atLeast
            ? null
            : ((int)found.Average(i => i % Width), (int)found.Average(i => i / Width));
    }

    /// <summary>The middles of the stretches of a row that are neither black nor white, from left to right.</summary>
    public IReadOnlyList<int> Stretches(int y, int longerThan)
    {
        var middles = new List<int>();
        var start = 0;
        for (var x = 0; x <= Width; x++)
        {
            if (x == Width || IsBlackOrWhite((y * Width) + x))
            {
                middles.AddRange(x - start > longerThan ? [(start + x) / 2] : []);
                start = x + 1;
            }
        }

        return middles;
    }

    /// <summary>The face in the tray, which has one icon at most; null when there is none.</summary>
    public IconColour? IconInTray() => IconIn(Tray);

    public IconColour? IconIn(ScreenArea area)
    {
        foreach (var (face, colour) in Faces)
        {
            if (Count(area, colour) >= 40)
            {
                return face;
            }
        }

        return null;
    }

    /// <summary>The middle of each line of text on a plain background, from top to bottom; faint lines are no text.</summary>
    public IReadOnlyList<int> TextLines(ScreenArea area)
    {
        // Left of the text are check marks, right of it arrows: they do not make the lines higher.
        var rows = Enumerable.Range(area.Y, area.Height).Where(y => HasText(y, area.X + 26, area.X + area.Width - 24)).ToList();
        var lines = new List<int>();
        var start = 0;
        for (var i = 1; i <= rows.Count; i++)
        {
            if (i == rows.Count || rows[i] - rows[i - 1] > 3)
            {
                lines.Add((rows[start] + rows[i - 1]) / 2);
                start = i;
            }
        }

        return lines;
    }

    /// <summary>Whether the two show the same there.</summary>
    public bool HasSameRow(int y, Screen other) =>
        Pixels.AsSpan(y * Width * 3, Width * 3).SequenceEqual(other.Pixels.AsSpan(y * Width * 3, Width * 3));

    /// <summary>How many pixels have about this colour.</summary>
    public int Count(ScreenArea area, (int Red, int Green, int Blue) colour) =>
        Enumerable.Range(0, area.Width * area.Height)
            .Select(i => ((area.Y + (i / area.Width)) * Width) + area.X + (i % area.Width))
            .Count(pixel => Distance(pixel, colour) < 30);

    private bool HasText(int y, int from, int to)
    {
        var pixels = Enumerable.Range(from, Math.Max(to - from, 0)).Select(x => (y * Width) + x).ToList();
        return pixels.Exists(pixel => Math.Abs(Pixels[pixel * 3] - Pixels[pixels[0] * 3]) > 40);
    }

    private bool IsBlackOrWhite(int pixel) => Distance(pixel, (0, 0, 0)) == 0 || Distance(pixel, (255, 255, 255)) == 0;

    private int Distance(int pixel, (int Red, int Green, int Blue) colour) =>
        Math.Abs(Pixels[pixel * 3] - colour.Red)
        + Math.Abs(Pixels[(pixel * 3) + 1] - colour.Green)
        + Math.Abs(Pixels[(pixel * 3) + 2] - colour.Blue);
}

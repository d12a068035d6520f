namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>What is on the screen: three bytes a pixel, row by row.</summary>
internal sealed record Screen(int Width, int Height, byte[] Pixels)
{
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

    private bool IsBlackOrWhite(int pixel) => Distance(pixel, (0, 0, 0)) == 0 || Distance(pixel, (255, 255, 255)) == 0;

    private int Distance(int pixel, (int Red, int Green, int Blue) colour) =>
        Math.Abs(Pixels[pixel * 3] - colour.Red)
        + Math.Abs(Pixels[(pixel * 3) + 1] - colour.Green)
        + Math.Abs(Pixels[(pixel * 3) + 2] - colour.Blue);
}

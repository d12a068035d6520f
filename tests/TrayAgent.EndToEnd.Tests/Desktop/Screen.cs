namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>What is on the screen: three bytes a pixel, row by row.</summary>
internal sealed record Screen(int Width, int Height, byte[] Pixels)
{
    /// <summary>The middle of all pixels of about this colour, or null when there are fewer than <paramref name="atLeast"/>.</summary>
    public (int X, int Y)? Find((int Red, int Green, int Blue) colour, int atLeast = 40)
    {
        var found = Enumerable.Range(0, Width * Height).Where(i => Distance(i, colour) < 30).ToList();
        return found.Count < atLeast
            ? null
            : ((int)found.Average(i => i % Width), (int)found.Average(i => i / Width));
    }

    private int Distance(int pixel, (int Red, int Green, int Blue) colour) =>
        Math.Abs(Pixels[pixel * 3] - colour.Red)
        + Math.Abs(Pixels[(pixel * 3) + 1] - colour.Green)
        + Math.Abs(Pixels[(pixel * 3) + 2] - colour.Blue);
}

using System.Collections.Immutable;
using TrayAgent.Core.Show.Drawing;

namespace TrayAgent.Core.Show;

/// <summary>Draws the tray icon: no file, no theme, the same on every system.</summary>
public static class TrayIconPixels
{
    /// <summary>Square picture, row by row from the top, four bytes per pixel in the order A, R, G, B, not premultiplied.</summary>
    /// <param name="icon">Which face.</param>
    /// <param name="size">Edge in pixels, 8 to 256; other sizes are moved to the nearest of these.</param>
    public static byte[] Draw(TrayIcon icon, int size)
    {
        size = Math.Clamp(size, 8, 256);
        var layers = TrayIconPictures.Of(icon, 1d / size);
        var pixels = new byte[size * size * 4];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                Paint(pixels.AsSpan(((y * size) + x) * 4, 4), layers, x, y, size);
            }
        }

        return pixels;
    }

    private static void Paint(Span<byte> pixel, ImmutableArray<Layer> layers, int x, int y, int size)
    {
        double alpha = 0, red = 0, green = 0, blue = 0;
        foreach (var (shape, colour) in layers)
        {
            var over = Coverage(shape, x, y, size) * colour.Opacity;
            alpha += (1 - alpha) * over;
            red += (colour.Red - red) * over;
            green += (colour.Green - green) * over;
            blue += (colour.Blue - blue) * over;
        }

        if (alpha <= 0)
        {
            return;
        }

        // The sums are premultiplied; StatusNotifierItem and Windows icons want them plain.
        pixel[0] = Rounded(alpha * 255);
        pixel[1] = Rounded(red / alpha);
        pixel[2] = Rounded(green / alpha);
        pixel[3] = Rounded(blue / alpha);
    }

    /// <summary>The part of a pixel that lies inside, from 8 x 8 samples.</summary>
    private static double Coverage(Shape shape, int x, int y, int size)
    {
        const int Samples = 8;
        var inside = 0;
        for (var i = 0; i < Samples * Samples; i++)
        {
            var sampleX = (x + (((i % Samples) + 0.5) / Samples)) / size;
            var sampleY = (y + (((i / Samples) + 0.5) / Samples)) / size;
            inside += shape.Distance(sampleX, sampleY) <= 0 ? 1 : 0;
        }

        return (double)inside / (Samples * Samples);
    }

    private static byte Rounded(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}

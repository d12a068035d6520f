using TrayAgent.Desktop.Windows.Notices;

namespace TrayAgent.Desktop.Tests.Windows;

public sealed class PngPictureTests
{
    /// <summary>Two rows: transparent, red; green, half transparent blue. The checksums are those of another program.</summary>
    [Fact]
    public void It_has_the_pixels_of_its_rows()
    {
        byte[] argb = [0, 0, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255];
        var png = PngPicture.Of(argb, 2);

        Assert.Equal(
            "89504E470D0A1A0A" + "0000000D" + "49484452" + "00000002" + "00000002" + "0806000000" + "72B60D24",
            Convert.ToHexString(png.AsSpan(0, 33)));
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(png.AsSpan(png.Length - 12)));
        Assert.Equal("0000000000FF0000FF0000FF00FF0000FF80", Convert.ToHexString(Inflated(png)));
    }

    private static byte[] Inflated(byte[] png)
    {
        using var compressed = new MemoryStream(png, 41, png.Length - 41 - 16);
        using var rows = new System.IO.Compression.ZLibStream(compressed, System.IO.Compression.CompressionMode.Decompress);
        using var all = new MemoryStream();
        rows.CopyTo(all);
        return all.ToArray();
    }
}

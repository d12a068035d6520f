using System.Buffers.Binary;
using System.Text;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Notices;

namespace TrayAgent.Package;

/// <summary>The program's own picture, the tray icon in good health, in the forms that systems ask for.</summary>
internal static class Pictures
{
    public static void WritePng(string path, int size)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Png(size));
    }

    /// <summary>PNG pictures in one file, as Windows has read them since Vista.</summary>
    public static void WriteIco(string path)
    {
        var pictures = Pngs(16, 20, 24, 32, 48, 64, 256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new BinaryWriter(File.Create(path));
        file.Write((short)0);
        file.Write((short)1);
        file.Write((short)pictures.Count);
        var offset = 6 + (16 * pictures.Count);
        foreach (var (size, png) in pictures)
        {
            file.Write((byte)size);
            file.Write((byte)size);
            file.Write((short)0);
            file.Write((short)1);
            file.Write((short)32);
            file.Write(png.Length);
            file.Write(offset);
            offset += png.Length;
        }

        pictures.ForEach(picture => file.Write(picture.Png));
    }

    /// <summary>Apple's icon file: a name of four letters for each size, and big-endian lengths.</summary>
    /// <remarks>https://en.wikipedia.org/wiki/Apple_Icon_Image_format</remarks>
    public static void WriteIcns(string path)
    {
        var chunks = Pngs(32, 64, 128, 256)
            .Select(picture => Chunk(picture.Size switch { 32 => "ic11", 64 => "ic12", 128 => "ic07", _ => "ic08" }, picture.Png));
        File.WriteAllBytes(path, Chunk("icns", [.. chunks.SelectMany(chunk => chunk)]));
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var chunk = new byte[content.Length + 8];
        Encoding.ASCII.GetBytes(name, chunk);
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(4), chunk.Length);
        content.CopyTo(chunk, 8);
        return chunk;
    }

    private static List<(int Size, byte[] Png)> Pngs(params int[] sizes) => [.. sizes.Select(size => (size, Png(size)))];

    private static byte[] Png(int size) => PngPicture.Of(TrayIconPixels.Draw(TrayIcon.Fine, size), size);
}

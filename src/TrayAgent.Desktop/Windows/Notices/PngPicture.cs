using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>A picture as a file that Windows shows: https://www.w3.org/TR/png-3/ </summary>
internal static class PngPicture
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="argb">Row by row from the top, four bytes a pixel.</param>
    /// <param name="size">Edge in pixels.</param>
    public static byte[] Of(byte[] argb, int size)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);

        // Eight bits for each of red, green, blue and opacity.
        (header[8], header[9]) = (8, 6);
        Write(png, "IHDR", header);
        Write(png, "IDAT", Compressed(argb, size));
        Write(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compressed(byte[] argb, int size)
    {
        using var result = new MemoryStream();
        using (var compressor = new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < argb.Length; i += 4)
            {
                if (i % (size * 4) == 0)
                {
                    // How the row is filtered: not at all.
                    compressor.WriteByte(0);
                }

                compressor.Write([argb[i + 1], argb[i + 2], argb[i + 3], argb[i]]);
            }
        }

        return result.ToArray();
    }

    private static void Write(MemoryStream png, string kind, byte[] content)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(checkedPart));
        png.Write(number);
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}

using System.Runtime.InteropServices;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.Tray;

/// <summary>The drawn icon as Windows wants it: 32 bits a pixel with transparency.</summary>
internal sealed unsafe class IconHandle : IDisposable
{
    private IconHandle(nint handle) => Handle = handle;

    /// <summary>0 when Windows could not make it.</summary>
    public nint Handle { get; }

    public static IconHandle Of(TrayIcon icon, int size)
    {
        var header = new BitmapHeader
        {
            Size = (uint)sizeof(BitmapHeader),
            Width = size,
            Height = -size,
            Planes = 1,
            BitCount = 32,
            Compression = BitmapHeader.Bitfields,
            RedMask = 0xFF0000,
            GreenMask = 0xFF00,
            BlueMask = 0xFF,
            AlphaMask = 0xFF000000,
        };
        byte* pixels;
        var colours = Icons.CreatePicture(0, &header, 0, &pixels, 0, 0);
        if (colours == 0)
        {
            return new IconHandle(0);
        }

        Write(TrayIconPixels.Draw(icon, size), new Span<byte>(pixels, size * size * 4));

        // Windows wants one all the same: rows of whole 16 bits, 0 means that the colours count.
        var rows = new byte[(size + 15) / 16 * 2 * size];
        fixed (byte* nothing = rows)
        {
            var mask = Icons.CreateBitmap(size, size, 1, 1, nothing);
            var description = new IconInfo { IsIcon = 1, Mask = mask, Colours = colours };
            var handle = Icons.Create(&description);
            _ = Icons.DeleteObject(mask);
            _ = Icons.DeleteObject(colours);
            return new IconHandle(handle);
        }
    }

    public void Dispose() => _ = Icons.Destroy(Handle);

    /// <summary>From A, R, G, B to B, G, R, A: one number with the bytes the other way round.</summary>
    private static void Write(ReadOnlySpan<byte> argb, Span<byte> pixels) => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(
        MemoryMarshal.Cast<byte, uint>(argb), MemoryMarshal.Cast<byte, uint>(pixels));
}

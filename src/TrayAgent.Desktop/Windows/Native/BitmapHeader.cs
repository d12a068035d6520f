using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>BITMAPV5HEADER, as far as a picture with transparency needs it; the rest stays 0.</summary>
[StructLayout(LayoutKind.Sequential, Size = 124)]
internal struct BitmapHeader
{
    public const uint Bitfields = 3;

    public uint Size;
    public int Width;

    /// <summary>Negative: rows from the top.</summary>
    public int Height;

    public ushort Planes;
    public ushort BitCount;
    public uint Compression;
    public uint ImageSize;
    public int HorizontalResolution;
    public int VerticalResolution;
    public uint ColoursUsed;
    public uint ColoursImportant;
    public uint RedMask;
    public uint GreenMask;
    public uint BlueMask;
    public uint AlphaMask;
}

using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>Icons from pixels: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createiconindirect </summary>
internal static unsafe partial class Icons
{
    [LibraryImport("user32", EntryPoint = "CreateIconIndirect")]
    public static partial nint Create(IconInfo* description);

    [LibraryImport("user32", EntryPoint = "DestroyIcon")]
    public static partial int Destroy(nint icon);

    [LibraryImport("gdi32", EntryPoint = "CreateDIBSection")]
    public static partial nint CreatePicture(nint context, BitmapHeader* header, uint usage, byte** pixels, nint section, uint offset);

    [LibraryImport("gdi32", EntryPoint = "CreateBitmap")]
    public static partial nint CreateBitmap(int width, int height, uint planes, uint bits, byte* pixels);

    [LibraryImport("gdi32", EntryPoint = "DeleteObject")]
    public static partial int DeleteObject(nint handle);
}

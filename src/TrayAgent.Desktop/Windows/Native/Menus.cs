using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>Menus: https://learn.microsoft.com/windows/win32/menurc/menus </summary>
internal static partial class Menus
{
    public const uint Text = 0x0;
    public const uint Disabled = 0x3;
    public const uint Checked = 0x8;
    public const uint Popup = 0x10;
    public const uint Separator = 0x800;

    public const uint RightAligned = 0x8;
    public const uint AnyButton = 0x2;
    public const uint NoNotice = 0x80;
    public const uint ReturnCommand = 0x100;

    [LibraryImport("user32", EntryPoint = "CreatePopupMenu")]
    public static partial nint Create();

    /// <param name="id">The number of the command, or the menu that opens.</param>
    [LibraryImport("user32", EntryPoint = "AppendMenuW", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int Append(nint menu, uint flags, nint id, string? text);

    /// <summary>Waits for the person; messages are still dispatched. Gives the number of the command, or 0.</summary>
    [LibraryImport("user32", EntryPoint = "TrackPopupMenuEx")]
    public static partial int Track(nint menu, uint flags, int x, int y, nint window, nint exclude);

    /// <summary>With the menus in it.</summary>
    [LibraryImport("user32", EntryPoint = "DestroyMenu")]
    public static partial int Destroy(nint menu);

    /// <summary>Closes the one that this thread has open, if any.</summary>
    [LibraryImport("user32", EntryPoint = "EndMenu")]
    public static partial int End();
}

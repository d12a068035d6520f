using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>ICONINFO</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct IconInfo
{
    /// <summary>1; 0 would make a mouse pointer.</summary>
    public int IsIcon;

    public uint HotspotX;
    public uint HotspotY;
    public nint Mask;
    public nint Colours;
}

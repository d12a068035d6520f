using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>MSG</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct QueuedMessage
{
    public nint Window;
    public uint Id;
    public nint WParam;
    public nint LParam;
    public uint Time;
    public int X;
    public int Y;
    public uint Private;
}

using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>NOTIFYICONDATAW: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NotifyIconData
{
    public const uint HasMessage = 0x1;
    public const uint HasIcon = 0x2;
    public const uint HasTip = 0x4;
    public const uint HasInfo = 0x10;

    /// <summary>With version 4 the system shows no tooltip without it.</summary>
    public const uint ShowsTip = 0x80;

    public const uint FourthVersion = 4;
    public const int LongestTip = 127;
    public const int LongestInfo = 255;
    public const int LongestInfoTitle = 63;

    public uint Size;
    public nint Window;
    public uint Id;
    public uint Flags;
    public uint CallbackMessage;
    public nint Icon;
    public fixed char Tip[LongestTip + 1];
    public uint State;
    public uint StateMask;
    public fixed char Info[LongestInfo + 1];
    public uint Version;
    public fixed char InfoTitle[LongestInfoTitle + 1];
    public uint InfoFlags;
    public Guid Item;
    public nint BalloonIcon;
}

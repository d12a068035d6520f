namespace TrayAgent.Desktop.Windows;

/// <summary>What Windows says to a window.</summary>
/// <param name="Id">WM_...</param>
/// <param name="WParam">As the page of this message says.</param>
/// <param name="LParam">As the page of this message says.</param>
internal readonly record struct WindowMessage(uint Id, nint WParam, nint LParam)
{
    public const uint Destroy = 0x2;
    public const uint Close = 0x10;
    public const uint QueryEndSession = 0x11;
    public const uint EndSession = 0x16;
    public const uint TimeChange = 0x1E;
    public const uint ContextMenu = 0x7B;
    public const uint Timer = 0x113;
    public const uint PowerBroadcast = 0x218;
    public const uint SessionChange = 0x2B1;
    public const uint DpiChanged = 0x2E0;

    /// <summary>From here on numbers are ours: WM_APP.</summary>
    public const uint FirstOwn = 0x8000;

    public static int LowWord(nint value) => unchecked((short)value);

    public static int HighWord(nint value) => unchecked((short)(value >> 16));
}

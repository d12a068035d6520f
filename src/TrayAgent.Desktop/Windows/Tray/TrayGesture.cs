namespace TrayAgent.Desktop.Windows.Tray;

/// <summary>What a person did with the icon or its balloon, in the form of version 4 of the notification area.</summary>
/// <param name="Kind">What.</param>
/// <param name="X">Where, in pixels of the screen.</param>
/// <param name="Y">Where, in pixels of the screen.</param>
internal readonly record struct TrayGesture(GestureKind Kind, int X, int Y)
{
    // NIN_...: https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shell_notifyiconw#remarks
    private const int Select = 0x400;
    private const int KeySelect = 0x401;
    private const int BalloonTimeout = 0x404;
    private const int BalloonUserClick = 0x405;

    public static TrayGesture Of(WindowMessage message) => new(
        WindowMessage.LowWord(message.LParam) switch
        {
            Select => GestureKind.Select,
            KeySelect or (int)WindowMessage.ContextMenu => GestureKind.Menu,
            BalloonUserClick => GestureKind.BalloonClicked,

            // NIN_BALLOONHIDE comes of one that we took back, and after we have shown the next.
            BalloonTimeout => GestureKind.BalloonGone,
            _ => GestureKind.None,
        },
        WindowMessage.LowWord(message.WParam),
        WindowMessage.HighWord(message.WParam));
}

namespace TrayAgent.Desktop.Windows.Tray;

internal enum GestureKind
{
    None,

    /// <summary>The left button.</summary>
    Select,

    /// <summary>The right button, the menu key, Enter or Space.</summary>
    Menu,

    BalloonClicked,

    /// <summary>It ran out, or the person closed it.</summary>
    BalloonGone,
}

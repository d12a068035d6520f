namespace TrayAgent.Desktop.Windows.WinRt;

internal enum ToastEventKind
{
    /// <summary>It left the screen.</summary>
    Dismissed,

    /// <summary>It never came onto the screen.</summary>
    Failed,
}

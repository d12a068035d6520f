namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>What Windows tells about a toast some time after it was shown.</summary>
/// <param name="Showing">Our own number for this showing: a notice that is shown again has the same tag.</param>
/// <param name="Number">A <see cref="DismissalReason"/>, or the HRESULT of what failed.</param>
internal readonly record struct ToastEvent(ToastEventKind Kind, int Showing, int Number);

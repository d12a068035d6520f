namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>ToastDismissalReason, with its numbers.</summary>
internal enum DismissalReason
{
    /// <summary>The person closed it.</summary>
    UserCanceled = 0,

    /// <summary>We took it back.</summary>
    ApplicationHidden = 1,

    /// <summary>It ran out, and lives on in the history.</summary>
    TimedOut = 2,
}

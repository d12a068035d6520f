namespace TrayAgent.Desktop.Windows.Session;

/// <summary>What Windows says about sleep, lock and clock.</summary>
internal static class SessionMessages
{
    // https://learn.microsoft.com/windows/win32/power/wm-powerbroadcast
    private const nint Suspend = 0x4;
    private const nint ResumeSuspend = 0x7;
    private const nint ResumeAutomatic = 0x12;

    // https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change
    private const nint SessionLock = 0x7;
    private const nint SessionUnlock = 0x8;

    /// <summary>Null for what is nothing to us.</summary>
    public static DesktopEvent? Meaning(WindowMessage message) => message switch
    {
        { Id: WindowMessage.PowerBroadcast, WParam: Suspend } => new DesktopEvent.GoingToSleep(),
        { Id: WindowMessage.PowerBroadcast, WParam: ResumeAutomatic or ResumeSuspend } => new DesktopEvent.Woke(),
        { Id: WindowMessage.SessionChange, WParam: SessionLock } => new DesktopEvent.Locked(),
        { Id: WindowMessage.SessionChange, WParam: SessionUnlock } => new DesktopEvent.Unlocked(),
        { Id: WindowMessage.TimeChange } => new DesktopEvent.ClockSet(),
        _ => null,
    };
}

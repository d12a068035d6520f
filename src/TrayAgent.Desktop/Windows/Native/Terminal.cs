using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>Locks and unlocks: https://learn.microsoft.com/windows/win32/api/wtsapi32/ </summary>
internal static partial class Terminal
{
    public const uint ThisSession = 0;

    [LibraryImport("wtsapi32", EntryPoint = "WTSRegisterSessionNotification", SetLastError = true)]
    public static partial int RegisterSession(nint window, uint flags);

    [LibraryImport("wtsapi32", EntryPoint = "WTSUnRegisterSessionNotification")]
    public static partial int UnregisterSession(nint window);
}

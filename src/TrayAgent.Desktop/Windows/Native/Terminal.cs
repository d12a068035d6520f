using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>Locks and unlocks: https://learn.microsoft.com/windows/win32/api/wtsapi32/ </summary>
internal static partial class Terminal
{
    public const uint ThisSession = 0;
    public const uint CurrentSession = uint.MaxValue;

    /// <summary>WTSSessionInfoEx</summary>
    public const int SessionInfoEx = 25;

    [LibraryImport("wtsapi32", EntryPoint = "WTSRegisterSessionNotification", SetLastError = true)]
    public static partial int RegisterSession(nint window, uint flags);

    [LibraryImport("wtsapi32", EntryPoint = "WTSUnRegisterSessionNotification")]
    public static partial int UnregisterSession(nint window);

    [LibraryImport("wtsapi32", EntryPoint = "WTSQuerySessionInformationW")]
    public static partial int QuerySession(nint server, uint session, int what, out nint answer, out int length);

    [LibraryImport("wtsapi32", EntryPoint = "WTSFreeMemory")]
    public static partial void Free(nint memory);
}

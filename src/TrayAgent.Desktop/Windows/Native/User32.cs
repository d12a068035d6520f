using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>Windows and their messages: https://learn.microsoft.com/windows/win32/api/winuser/ </summary>
internal static unsafe partial class User32
{
    public const int SmallIconWidth = 49;
    public const int MenuDropAlignment = 40;
    public const int DeviceNotifyWindowHandle = 0;

    /// <summary>DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2</summary>
    public const nint PerMonitorV2 = -4;

    public const uint AllowMessage = 1;

    [LibraryImport("user32", EntryPoint = "RegisterClassExW", SetLastError = true)]
    public static partial ushort RegisterClass(WindowClass* description);

    [LibraryImport("user32", EntryPoint = "CreateWindowExW", SetLastError = true)]
    public static partial nint CreateWindow(
        uint extendedStyle, char* className, char* name, uint style, int x, int y, int width, int height, nint parent, nint menu, nint instance, nint parameter);

    [LibraryImport("user32", EntryPoint = "DestroyWindow")]
    public static partial int DestroyWindow(nint window);

    [LibraryImport("user32", EntryPoint = "DefWindowProcW")]
    public static partial nint DefaultProcedure(nint window, uint message, nint wParam, nint lParam);

    [LibraryImport("user32", EntryPoint = "GetMessageW")]
    public static partial int GetMessage(QueuedMessage* message, nint window, uint first, uint last);

    [LibraryImport("user32", EntryPoint = "TranslateMessage")]
    public static partial int TranslateMessage(QueuedMessage* message);

    [LibraryImport("user32", EntryPoint = "DispatchMessageW")]
    public static partial nint DispatchMessage(QueuedMessage* message);

    [LibraryImport("user32", EntryPoint = "PostMessageW")]
    public static partial int PostMessage(nint window, uint message, nint wParam, nint lParam);

    [LibraryImport("user32", EntryPoint = "PostQuitMessage")]
    public static partial void PostQuitMessage(int exitCode);

    [LibraryImport("user32", EntryPoint = "RegisterWindowMessageW", StringMarshalling = StringMarshalling.Utf16)]
    public static partial uint RegisterWindowMessage(string name);

    /// <summary>Lets a message of a less trusted program in, when this one runs elevated.</summary>
    [LibraryImport("user32", EntryPoint = "ChangeWindowMessageFilterEx")]
    public static partial int ChangeMessageFilter(nint window, uint message, uint action, nint status);

    [LibraryImport("user32", EntryPoint = "SetTimer")]
    public static partial nint SetTimer(nint window, nint id, uint milliseconds, nint procedure);

    [LibraryImport("user32", EntryPoint = "KillTimer")]
    public static partial int KillTimer(nint window, nint id);

    [LibraryImport("user32", EntryPoint = "SetForegroundWindow")]
    public static partial int SetForegroundWindow(nint window);

    [LibraryImport("user32", EntryPoint = "AllowSetForegroundWindow")]
    public static partial int AllowForeground(uint process);

    [LibraryImport("user32", EntryPoint = "FindWindowW", StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint FindWindow(string className, string? name);

    [LibraryImport("user32", EntryPoint = "GetWindowThreadProcessId")]
    public static partial uint GetWindowThread(nint window, out uint process);

    [LibraryImport("user32", EntryPoint = "GetSystemMetrics")]
    public static partial int GetSystemMetrics(int index);

    [LibraryImport("user32", EntryPoint = "GetSystemMetricsForDpi")]
    public static partial int GetSystemMetricsForDpi(int index, uint dpi);

    [LibraryImport("user32", EntryPoint = "GetDpiForWindow")]
    public static partial uint GetDpiForWindow(nint window);

    /// <summary>For the windows that this thread makes.</summary>
    [LibraryImport("user32", EntryPoint = "SetThreadDpiAwarenessContext")]
    public static partial nint SetThreadDpiAwareness(nint context);

    [LibraryImport("user32", EntryPoint = "RegisterSuspendResumeNotification")]
    public static partial nint RegisterSuspendResume(nint window, int flags);
}

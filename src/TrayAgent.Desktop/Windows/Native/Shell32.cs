using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>The notification area: https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shell_notifyiconw </summary>
internal static unsafe partial class Shell32
{
    public const uint Add = 0;
    public const uint Modify = 1;
    public const uint Delete = 2;
    public const uint SetFocus = 3;
    public const uint SetVersion = 4;

    [LibraryImport("shell32", EntryPoint = "Shell_NotifyIconW")]
    public static partial int NotifyIcon(uint verb, NotifyIconData* data);

    [LibraryImport("shell32", EntryPoint = "SetCurrentProcessExplicitAppUserModelID", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int SetAppUserModelId(string id);
}

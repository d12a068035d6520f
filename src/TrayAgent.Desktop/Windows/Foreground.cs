using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows;

/// <summary>
/// Windows lets only that program bring something to the front which was started by the last click, and those to which it gives the right;
/// everybody else's window blinks in the taskbar.
/// </summary>
/// <remarks>https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-allowsetforegroundwindow</remarks>
internal static class Foreground
{
    /// <summary>Does nothing when no agent of this desktop has a window.</summary>
    public static void GiveToAgent()
    {
        if (User32.FindWindow(MessageWindow.ClassName, null) is not 0 and var window && User32.GetWindowThread(window, out var process) != 0)
        {
            _ = User32.AllowForeground(process);
        }
    }
}

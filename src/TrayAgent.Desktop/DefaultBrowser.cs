using System.ComponentModel;
using System.Diagnostics;

namespace TrayAgent.Desktop;

/// <summary>The system's own way to open a page: ShellExecute on Windows, open(1) on macOS.</summary>
internal static class DefaultBrowser
{
    public static BrowserOutcome Open(Uri page)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
            return new BrowserOutcome.Opened();
        }
        catch (Win32Exception e)
        {
            return new BrowserOutcome.NoBrowser($"No browser could be started: {e.Message}");
        }
    }
}

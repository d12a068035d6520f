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
            // A browser lives long, and on Windows nobody could remove the folder that it was started in.
            var root = Path.GetPathRoot(Environment.ProcessPath);
            using var process = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true, WorkingDirectory = root });
            return new BrowserOutcome.Opened();
        }
        catch (Win32Exception e)
        {
            return new BrowserOutcome.NoBrowser($"No browser could be started: {e.Message}");
        }
    }
}

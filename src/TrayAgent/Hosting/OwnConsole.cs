using TrayAgent.Files.Native;

namespace TrayAgent.Hosting;

/// <summary>
/// Windows 11 24H2 obeys app.manifest and opens no console for what a shortcut, the Run key or a click on a notice starts. Older ones open one for the
/// agent, with nobody else in it: the agent leaves it, and with its last process the window closes.
/// </summary>
internal static class OwnConsole
{
    private const string AgentVerb = "run";

    /// <summary>A click on a notice, which becomes the agent where none runs.</summary>
    private const string NoticeVerb = "notice";

    /// <summary>Before anything is written. In a terminal the shell is in the console, too, and nothing happens.</summary>
    public static unsafe void Leave(string[] arguments)
    {
        if (!OperatingSystem.IsWindows() || arguments is not ([] or [AgentVerb or NoticeVerb, ..]))
        {
            return;
        }

        var ids = stackalloc uint[2];
        if (Kernel32.ConsoleProcesses(ids, 2) == 1)
        {
            _ = Kernel32.LeaveConsole();
        }
    }
}

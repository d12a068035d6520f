using TrayAgent.Files.Native;

namespace TrayAgent.Hosting;

/// <summary>
/// A console that Windows opened for the agent alone: the one without a window that trayagentw.exe gives it, or, where that is not there, one with a
/// window on Windows before 11 24H2, which does not obey app.manifest. The agent leaves it, and with its last process it closes.
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

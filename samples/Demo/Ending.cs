using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TrayAgent.Demo;

/// <summary>Ends a process that the demo started: it is asked first.</summary>
internal static partial class Ending
{
    private const int Terminate = 15;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static async Task OfAsync(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        _ = Kill(process.Id, Terminate);
        try
        {
            await process.WaitForExitAsync().WaitAsync(Grace);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

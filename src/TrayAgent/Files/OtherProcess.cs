using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>A process that is known only by the number that it wrote into a file.</summary>
internal static class OtherProcess
{
    private const int NoSuchProcess = 3;

    /// <summary>The system counts in hundredths of a second, file systems perhaps in seconds.</summary>
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(2);

    public static bool IsAlive(int id) => OperatingSystem.IsWindows()
        ? Started(id) is not null
        : id > 0 && (Posix.Kill(id, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess);

    /// <summary>
    /// It is the one that wrote its number then. After a crash, and after a start of the machine, another process has the number
    /// sooner or later, and must not be waited for.
    /// </summary>
    public static bool IsStillTheOneOf(int id, DateTimeOffset written) =>
        IsAlive(id) && (Started(id) is not { } started || started <= written + ClockTick);

    /// <summary>Null when there is no such process, or it may not be looked at.</summary>
    private static DateTimeOffset? Started(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}

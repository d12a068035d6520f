using System.Diagnostics;
using System.Runtime.InteropServices;
using TrayAgent.Files.Native;

namespace TrayAgent.Act.Broker;

/// <summary>A process that is known by its number only.</summary>
internal static class OtherProcess
{
    private const int NoSuchProcess = 3;

    public static bool IsAlive(int id)
    {
        if (!OperatingSystem.IsWindows())
        {
            return id > 0 && (Posix.Kill(id, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess);
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return e is System.ComponentModel.Win32Exception;
        }
    }
}

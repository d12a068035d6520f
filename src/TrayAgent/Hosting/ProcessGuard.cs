using System.Runtime.InteropServices;
using TrayAgent.Files.Native;

namespace TrayAgent.Hosting;

/// <summary>Keeps what this process handles out of core dumps, other processes' reach and world-readable files (rule R8).</summary>
internal static partial class ProcessGuard
{
    private const int ResourceCore = 4;
    private const int SetDumpable = 4;
    private const uint OwnerOnly = 0x3F;
    private const int LastStandardDescriptor = 2;

    /// <summary>Called before anything else, so that every file of every library is created 0600.</summary>
    public static void Raise()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        OpenStandardDescriptors();

        // Bits 077: group and others get nothing.
        _ = Umask(OwnerOnly);
        var none = default(Limit);
        _ = SetLimit(ResourceCore, in none);
        if (OperatingSystem.IsLinux())
        {
            // Also stops a debugger of the same user: https://man7.org/linux/man-pages/man2/pr_set_dumpable.2const.html
            _ = ProcessControl(SetDumpable, 0, 0, 0, 0);
        }
    }

    /// <summary>
    /// One that the starter closed would go to the next file or pipe that is opened, and our sentences into that;
    /// read-only, so that writing to it stays the error that it is.
    /// </summary>
    private static void OpenStandardDescriptors()
    {
        var descriptor = Posix.Open("/dev/null", Posix.OpenToRead);
        while (descriptor is >= 0 and <= LastStandardDescriptor)
        {
            descriptor = Posix.Open("/dev/null", Posix.OpenToRead);
        }

        if (descriptor >= 0)
        {
            _ = Posix.Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint Umask(uint mask);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint two, nuint three, nuint four, nuint five);

    private readonly record struct Limit(ulong Current, ulong Most);
}

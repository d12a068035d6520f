using TrayAgent.Files.Native;

namespace TrayAgent.Cli;

/// <summary>For a command that looks at the machine once and ends: it need not tidy up after itself.</summary>
internal static class OneLook
{
    /// <summary>Four times what 1,000 profiles with as many token files take.</summary>
    private const long Room = 64 * 1024 * 1024;

    /// <summary>
    /// In a small container or under 'ulimit -v' .NET 10 does not say that there is no such room, it ends by SIGSEGV:
    /// seen up to 38 MB for its heap, and up to 570 MB of addresses.
    /// </summary>
    private const long Plenty = 1024 * 1024 * 1024;

    /// <summary>With 1,000 profiles a fifth of the look was collecting what is all still in use (docs/benchmarks.md).</summary>
    public static void WithoutCollecting()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < Plenty || Addresses() < Plenty)
        {
            return;
        }

        try
        {
            // Behind the room it collects as always: https://learn.microsoft.com/dotnet/api/system.gc.trystartnogcregion
            _ = GC.TryStartNoGCRegion(Room, disallowFullBlockingGC: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            // This process may not have so much memory, whatever was said before.
        }
    }

    /// <summary>.NET does not count this limit as memory.</summary>
    private static unsafe ulong Addresses()
    {
        var limits = stackalloc ulong[2];
        return OperatingSystem.IsLinux() && Posix.Limits(Posix.AddressSpace, limits) == 0 ? limits[0] : ulong.MaxValue;
    }
}

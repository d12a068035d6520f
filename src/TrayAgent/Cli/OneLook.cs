namespace TrayAgent.Cli;

/// <summary>For a command that looks at the machine once and ends: it need not tidy up after itself.</summary>
internal static class OneLook
{
    /// <summary>Four times what 1,000 profiles with as many token files take.</summary>
    private const long Room = 64 * 1024 * 1024;

    /// <summary>With 1,000 profiles a fifth of the look was collecting what is all still in use (docs/benchmarks.md).</summary>
    public static void WithoutCollecting()
    {
        try
        {
            // Behind the room it collects as always: https://learn.microsoft.com/dotnet/api/system.gc.trystartnogcregion
            _ = GC.TryStartNoGCRegion(Room, disallowFullBlockingGC: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            // This process may not have so much memory, as in a small container.
        }
    }
}

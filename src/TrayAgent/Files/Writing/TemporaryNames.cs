namespace TrayAgent.Files.Writing;

/// <summary>The names of files that are being written; no tool takes them for tokens, and only we remove them.</summary>
internal static class TemporaryNames
{
    private const string Ending = ".trayagent.tmp";

    /// <summary>Nobody needs longer from reserving to renaming, not even with a service that hangs.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(10);

    public static string For(string fileName) => $".{fileName}.{Guid.NewGuid():N}{Ending}";

    /// <summary>Removes what processes left that were killed while they wrote; what cannot be removed stays for the next time.</summary>
    public static void Sweep(string folder, DateTimeOffset now)
    {
        try
        {
            // Not by a pattern that begins with ".*": that is one of the old dots of DOS, and Wine does not know it.
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Ending))
            {
                if (file.Name.StartsWith('.') && now - file.LastWriteTimeUtc > Stale)
                {
                    Remove(file);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They cost room, nothing else.
        }
    }

    private static void Remove(FileInfo file)
    {
        try
        {
            // Old is not abandoned: a process that slept with the machine still has it locked, and waits for a token to put there.
            // On Windows it has it open so that nobody else can delete it.
            using var locked = OperatingSystem.IsWindows() || GuardedFile.Stamp(file.FullName) is null
                ? null
                : file.Open(FileMode.Open, FileAccess.Read, FileShare.None);
            file.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The others can be removed all the same.
        }
    }
}

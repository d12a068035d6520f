using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>Tells a folder from another one that later took its name; inode numbers alone are reused at once.</summary>
internal readonly record struct FolderIdentity(ulong Inode, long BirthSeconds, uint BirthNanoseconds)
{
    /// <summary>Null when there is no such folder. Follows links.</summary>
    public static FolderIdentity? Of(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            return Posix.Statx(StatxResult.CurrentFolder, path, 0, StatxResult.BasicStats | StatxResult.BirthTime, out var found) == 0
                && found.IsFolder
                    ? new FolderIdentity(found.Inode, found.BirthSeconds, found.BirthNanoseconds)
                    : null;
        }

        return Directory.Exists(path) ? new FolderIdentity(0, Directory.GetCreationTimeUtc(path).Ticks, 0) : null;
    }
}

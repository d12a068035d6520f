using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>Tells a folder from another one that later took its name; inode numbers alone are reused at once.</summary>
internal readonly record struct FolderIdentity(ulong Inode, long BirthSeconds, uint BirthNanoseconds)
{
    /// <summary>Null when there is no such folder. Follows links.</summary>
    public static FolderIdentity? Of(string path)
    {
        if (!Directory.Exists(path))
        {
            return null;
        }

        return OperatingSystem.IsLinux()
            ? Statx.Of(path)
            : new FolderIdentity(0, Directory.GetCreationTimeUtc(path).Ticks, 0);
    }
}

using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>Takes a file away, durably, and only while it holds what is known of it.</summary>
internal static class FileRemoval
{
    /// <exception cref="IOException">It is still there; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static WriteResult Remove(WriteTarget target, ReadOnlyMemory<byte> before)
    {
        if (OperatingSystem.IsWindows())
        {
            if (!CurrentBytes.Are(target, before))
            {
                return WriteResult.Kept;
            }

            File.Delete(target.FullName);
            return WriteResult.Written;
        }

        using var folder = PosixFile.OpenFolder(target);
        _ = WriteRefusal.Check(target, folder, Audience.AsBefore);
        if (!CurrentBytes.Are(target, before))
        {
            return WriteResult.Kept;
        }

        if (Posix.UnlinkAt(folder, target.Name, 0) != 0)
        {
            throw PosixFile.Failure(target);
        }

        return PosixFile.TrySyncFolder(folder) ? WriteResult.Written : WriteResult.Unconfirmed;
    }
}

using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>Takes a file away, durably.</summary>
internal static class FileRemoval
{
    /// <summary>One of our own.</summary>
    /// <exception cref="IOException">It is still there; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static WriteResult Remove(WriteTarget target) => Remove(target, () => true);

    /// <summary>Only while it holds what is known of it.</summary>
    /// <exception cref="IOException">It is still there; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static WriteResult Remove(WriteTarget target, ReadOnlyMemory<byte> before) =>
        Remove(target, () => CurrentBytes.Compare(target, before));

    private static WriteResult Remove(WriteTarget target, Func<bool?> mayGo)
    {
        if (OperatingSystem.IsWindows())
        {
            return RemoveOnWindows(target, mayGo);
        }

        using var folder = PosixFile.OpenFolder(target);
        _ = WriteRefusal.Check(target, folder, Audience.AsBefore);
        if (mayGo() != true)
        {
            return WriteResult.Kept;
        }

        if (Posix.UnlinkAt(folder, target.Name, 0) != 0)
        {
            throw PosixFile.Failure(target);
        }

        return PosixFile.TrySyncFolder(folder) ? WriteResult.Written : WriteResult.Unconfirmed;
    }

    /// <param name="mayGo">Asked before each attempt. Null: nobody can tell now.</param>
    private static WriteResult RemoveOnWindows(WriteTarget target, Func<bool?> mayGo)
    {
        WindowsPendingWrite.Check(target);
        return Patience.Usual.Try(target, Deed.Removing, () =>
        {
            switch (mayGo())
            {
                case false:
                    return WriteResult.Kept;
                case null:
                    return null;
                default:
                    File.Delete(target.FullName);
                    return WriteResult.Written;
            }
        });
    }
}

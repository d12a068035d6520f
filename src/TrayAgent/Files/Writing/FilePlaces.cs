using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>
/// Puts a file in the place of another without losing what somebody writes there at the same moment: between comparing and renaming
/// others can write, so the two change places, and what is then in our hands is compared. Only Linux can do that.
/// </summary>
internal static class FilePlaces
{
    /// <param name="name">Of our file, in the same folder.</param>
    /// <param name="before">What must be displaced; null: nothing.</param>
    /// <param name="content">Of our file.</param>
    /// <exception cref="IOException">It failed, and what was there is there.</exception>
    public static PlaceTaken TryTake(
        WriteTarget target, SafeFileHandle folder, string name, ReadOnlyMemory<byte>? before, ReadOnlySpan<byte> content)
    {
        if (before is not { } expected)
        {
            return !CurrentBytes.Are(target, null) ? PlaceTaken.No
                : OperatingSystem.IsLinux() ? Rename(target, folder, name, Posix.OnlyIfAbsent, PlaceTaken.Yes)
                : PlaceTaken.NotPossible;
        }

        if (CurrentBytes.StampOf(target.FullName, expected.Span) is not { } stamp)
        {
            return PlaceTaken.No;
        }

        // With a new slice of time it is improbable that we are interrupted in the microseconds that follow.
        Thread.Yield();
        return !IsSame(GuardedFile.Stamp(target.FullName), stamp) ? PlaceTaken.No
            : OperatingSystem.IsLinux() ? Exchange(target, folder, name, expected.Span, content, stamp)
            : PlaceTaken.NotPossible;
    }

    private static PlaceTaken Exchange(
        WriteTarget target, SafeFileHandle folder, string name, ReadOnlySpan<byte> before, ReadOnlySpan<byte> content, FileStamp stamp)
    {
        var taken = Rename(target, folder, name, Posix.Exchange, PlaceTaken.InExchange);
        if (taken != PlaceTaken.InExchange)
        {
            return taken;
        }

        // Who reads now sees ours: when that must not be, it is to be over as soon as possible, so the stamp comes before the bytes.
        var ours = Path.Combine(target.Folder, name);
        var isForeign = !IsSame(GuardedFile.Stamp(ours), stamp);
        if (!isForeign && CurrentBytes.StampOf(ours, before) is not null)
        {
            return taken;
        }

        var isPutBack = IsPutBack(target, folder, name);

        // When a third one wrote over ours meanwhile, theirs is the latest.
        if (!isPutBack || (CurrentBytes.Differ(ours, content) && !IsPutBack(target, folder, name)))
        {
            return PlaceTaken.Stuck;
        }

        return isForeign || CurrentBytes.Differ(target.FullName, before)
            ? PlaceTaken.No
            : throw new IOException($"'{target.Asked}' could not be read again while it was changed, so it was left as it is.");
    }

    private static PlaceTaken Rename(WriteTarget target, SafeFileHandle folder, string name, uint flag, PlaceTaken done) =>
        Posix.RenameAt2(folder, name, folder, target.Name, flag) == 0 ? done : Marshal.GetLastPInvokeError() switch
        {
            Posix.AlreadyThere or Posix.NoSuchFile => PlaceTaken.No,
            Posix.InvalidArgument or Posix.NoSuchCall or Posix.NotSupported => PlaceTaken.NotPossible,
            Posix.Busy or Posix.OtherDevice => throw WriteRefusal.MountedAlone(target),
            _ => throw PosixFile.Failure(target),
        };

    /// <summary>When the file was removed meanwhile there is nothing to exchange, and theirs just gets its name again.</summary>
    private static bool IsPutBack(WriteTarget target, SafeFileHandle folder, string name) =>
        Posix.RenameAt2(folder, name, folder, target.Name, Posix.Exchange) == 0
        || Posix.RenameAt(folder, name, folder, target.Name) == 0;

    /// <summary>A rename alone changes when a file was last changed, so that does not count.</summary>
    private static bool IsSame(FileStamp? one, FileStamp other) =>
        one is { } stamp && (stamp.Inode, stamp.Size, stamp.WrittenAt) == (other.Inode, other.Size, other.WrittenAt);
}

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
    /// <exception cref="IOException">It failed, and what was there is there, or where the message says.</exception>
    public static PlaceTaken TryTake(
        WriteTarget target, SafeFileHandle folder, string name, ReadOnlyMemory<byte>? before, ReadOnlySpan<byte> content)
    {
        if (!OperatingSystem.IsLinux())
        {
            return PlaceTaken.NotPossible;
        }

        var flag = before is null ? Posix.OnlyIfAbsent : Posix.Exchange;
        if (Posix.RenameAt2(folder, name, folder, target.Name, flag) != 0)
        {
            return Marshal.GetLastPInvokeError() switch
            {
                Posix.AlreadyThere or Posix.NoSuchFile => PlaceTaken.No,
                Posix.InvalidArgument or Posix.NoSuchCall or Posix.NotSupported => PlaceTaken.NotPossible,
                Posix.Busy or Posix.OtherDevice => throw WriteRefusal.MountedAlone(target),
                _ => throw PosixFile.Failure(target),
            };
        }

        if (before is null)
        {
            return PlaceTaken.Yes;
        }

        var ours = Path.Combine(target.Folder, name);
        if (CurrentBytes.Are(ours, before))
        {
            return PlaceTaken.InExchange;
        }

        if (!IsPutBack(target, folder, name))
        {
            return PlaceTaken.Stuck;
        }

        // When a third one wrote over ours meanwhile, theirs is the latest.
        return CurrentBytes.Are(ours, content.ToArray()) || IsPutBack(target, folder, name) ? PlaceTaken.No : PlaceTaken.Stuck;
    }

    /// <summary>When the file was removed meanwhile there is nothing to exchange, and theirs just gets its name again.</summary>
    private static bool IsPutBack(WriteTarget target, SafeFileHandle folder, string name) =>
        Posix.RenameAt2(folder, name, folder, target.Name, Posix.Exchange) == 0
        || Posix.RenameAt(folder, name, folder, target.Name) == 0;
}

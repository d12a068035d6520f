using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>
/// Gives a new file that is to replace one that people edit what that one has beside its content: group, mode, access control list
/// and the attributes of programs. What cannot be kept refuses the write; only Linux has all of it in this form.
/// </summary>
internal static class KeptAttributes
{
    private const int OfGroup = 0x38;

    /// <param name="file">The new one, which nobody sees yet.</param>
    /// <param name="mode">Of the one that it is to replace.</param>
    /// <exception cref="WriteRefusedException">Something would be lost; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public static void Copy(WriteTarget target, SafeFileHandle folder, SafeFileHandle file, UnixFileMode mode)
    {
        using var old = new SafeFileHandle(Posix.OpenAt(folder, target.Name, Posix.OpenToRead | Posix.NoLink, 0), ownsHandle: true);
        if (old.IsInvalid)
        {
            throw PosixFile.Failure(target);
        }

        // A change of the group takes bits of the mode away, and a mode is cut down by an access control list.
        KeepGroup(target, old, file);
        var list = ExtendedAttributes.Get(target, old, ExtendedAttributes.AccessList);
        if (list is null)
        {
            // The folder may have a default list, and the person has taken the old file's away.
            ExtendedAttributes.Remove(target, file, ExtendedAttributes.AccessList);
        }

        PosixFile.SetMode(target, file, mode);
        if (list is not null && !ExtendedAttributes.TrySet(file, ExtendedAttributes.AccessList, list))
        {
            throw Lost(target, "an access control list, which");
        }

        foreach (var name in ExtendedAttributes.Names(target, old))
        {
            if (ExtendedAttributes.Get(target, old, name) is { } value && !ExtendedAttributes.TrySet(file, name, value))
            {
                throw Lost(target, $"the attribute '{Core.Show.Visible.Of(name, 80)}', which");
            }
        }
    }

    /// <summary>Of a group that may do nothing with the file nothing is lost.</summary>
    private static void KeepGroup(WriteTarget target, SafeFileHandle old, SafeFileHandle file)
    {
        var (before, now) = (Look(target, old), Look(target, file));
        if (before.Group == now.Group || Posix.ChangeOwner(file, Posix.SameOwner, before.Group) == 0 || (before.Mode & OfGroup) == 0)
        {
            return;
        }

        // The second is for a group that has no number in this container.
        throw Marshal.GetLastPInvokeError() is Posix.NotPermitted or Posix.InvalidArgument
            ? new WriteRefusedException(
                $"'{target.Asked}' belongs to a group that you are not in (number {before.Group}), which it would lose, so it was left as it is. "
                + $"Give it one of yours: sudo chgrp \"$(id -g)\" '{target.FullName}'.")
            : PosixFile.Failure(target);
    }

    private static StatxResult Look(WriteTarget target, SafeFileHandle file) =>
        Posix.Statx(file, "", StatxResult.EmptyPath, StatxResult.BasicStats, out var found) == 0 ? found : throw PosixFile.Failure(target);

    private static WriteRefusedException Lost(WriteTarget target, string what) => new(
        $"'{target.Asked}' has {what} cannot be kept ({Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}), "
        + "so it was left as it is. Take it away, or edit the file yourself.");
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>What is not replaced although a rename would do it: odd files, and what the person protected (rule R4).</summary>
internal static class WriteRefusal
{
    private const int WorldWritable = 0x2;
    private const int Sticky = 0x200;

    /// <summary>The mode of the file that is there; null when there is none.</summary>
    /// <exception cref="WriteRefusedException">It is not to be replaced.</exception>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public static UnixFileMode? Check(WriteTarget target, SafeFileHandle folder, Audience audience)
    {
        if (!OperatingSystem.IsLinux())
        {
            return CheckByName(target, audience);
        }

        CheckFolder(target, folder);
        var there = Posix.Statx(folder, target.Name, Posix.NotThroughLinks, StatxResult.BasicStats, out var file);
        if (there != 0)
        {
            return Marshal.GetLastPInvokeError() != Posix.NoSuchFile ? throw PosixFile.Failure(target)
                : target.IsLinked && audience == Audience.AsBefore ? throw Dangling(target)
                : null;
        }

        var mode = (UnixFileMode)(file.Mode & 0xFFF);
        return !file.IsRegular ? throw Odd(target, file.IsFolder ? "a folder" : "no regular file")
            : file.IsMounted ? throw MountedAlone(target)
            : file.IsFixed ? throw WriteProtected(target, $"sudo chattr -ia '{target.FullName}'")
            : audience == Audience.AsBefore && file.Owner != Posix.EffectiveUser() ? throw Foreign(target, file.Owner)
            : Protected(mode) ? throw WriteProtected(target, $"chmod u+w '{target.FullName}'")
            : audience == Audience.AsBefore && file.Names > 1 ? throw HardLinked(target, file.Names)
            : mode;
    }

    /// <summary>Everything that can be known without writing, for a preview. Nothing is wrong with a folder that is still missing.</summary>
    /// <exception cref="WriteRefusedException">It is not to be replaced.</exception>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public static void Check(WriteTarget target, Audience audience)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsPendingWrite.Check(target);
        }
        else if (Directory.Exists(target.Folder))
        {
            using var folder = PosixFile.OpenFolder(target);
            _ = Check(target, folder, audience);
            PosixFile.CheckWritable(target, folder);
        }
    }

    public static WriteRefusedException MountedAlone(WriteTarget target) => new(
        $"'{target.Asked}' is mounted as a single file, so it cannot be replaced in one step and was left as it is. "
        + "Mount its folder instead.");

    /// <summary>Who owns the folder could put another file in the place of ours; who is root would leave one that the person cannot change.</summary>
    private static void CheckFolder(WriteTarget target, SafeFileHandle folder)
    {
        if (Posix.Statx(folder, "", StatxResult.EmptyPath, StatxResult.BasicStats, out var found) != 0)
        {
            throw PosixFile.Failure(target);
        }

        if (found.Owner != Posix.EffectiveUser())
        {
            throw IsStore(target) ? Managed(target) : new WriteRefusedException(
                $"'{target.Asked}' was not written, because its folder '{target.Folder}' belongs to another user. "
                + "Run TrayAgent as that user, or correct the owner.");
        }

        if (found.IsFixed)
        {
            throw FolderProtected(target, $"sudo chattr -ia '{target.Folder}'");
        }

        if ((found.Mode & WorldWritable) != 0 && (found.Mode & Sticky) == 0)
        {
            throw new WriteRefusedException(
                $"'{target.Asked}' was not written, because every user may replace files in '{target.Folder}'. "
                + $"Make the folder yours alone: chmod go-w '{target.Folder}'.");
        }
    }

    private static UnixFileMode? CheckByName(WriteTarget target, Audience audience)
    {
        if (Directory.Exists(target.FullName))
        {
            throw Odd(target, "a folder");
        }

        var file = new FileInfo(target.FullName);
        return !file.Exists ? (target.IsLinked && audience == Audience.AsBefore ? throw Dangling(target) : null)
            : (file.Attributes & FileAttributes.Device) != 0 ? throw Odd(target, "no regular file")
            : OperatingSystem.IsWindows() ? null
            : Protected(file.UnixFileMode) ? throw WriteProtected(target, $"chmod u+w '{target.FullName}'")
            : file.UnixFileMode;
    }

    public static WriteRefusedException FolderProtected(WriteTarget target, string repair) => IsStore(target) ? Managed(target) : new(
        $"'{target.Asked}' was not written, because its folder '{target.Folder}' is write-protected. "
        + $"To let TrayAgent write there: {repair}.");

    public static WriteRefusedException ReadOnlyDisk(WriteTarget target) => IsStore(target) ? Managed(target) : new(
        $"'{target.Asked}' was not written, because '{target.Folder}' is on a disk that is mounted read-only. "
        + "Mount it for writing, or change the file where it comes from.");

    /// <summary>Nix, home-manager and Guix make read-only files and link to them; a change there would be lost with the next generation.</summary>
    private static bool IsStore(WriteTarget target) => target.FullName.Split('/') is ["", "nix" or "gnu", "store", ..];

    private static WriteRefusedException Managed(WriteTarget target) => new(
        $"'{target.Asked}' leads to '{target.FullName}', which a package manager made, so it was left as it is. "
        + "Change it in the configuration that it is made from (home-manager for instance), or put a file of your own in the place of the link.");

    private static WriteRefusedException Dangling(WriteTarget target) => new(
        $"'{target.Asked}' is a link to '{target.FullName}', which does not exist, so nothing was written. "
        + "Create that file, or remove the link.");

    private static WriteRefusedException Foreign(WriteTarget target, uint owner) => new(
        $"'{target.Asked}' belongs to {(owner == 0 ? "root" : $"another user (number {owner})")}, so it was left as it is. "
        + $"To make it yours: sudo chown \"$USER\" '{target.FullName}'.");

    // In place it could be half written, and by a rename the other names would keep the old content.
    private static WriteRefusedException HardLinked(WriteTarget target, uint names) => new(
        $"'{target.Asked}' has {names} names (hard links), and replacing it would part them, so it was left as it is. "
        + $"Make the other name a symbolic link to this one; 'find / -xdev -samefile \"{target.FullName}\"' finds it.");

    private static bool Protected(UnixFileMode mode) => (mode & UnixFileMode.UserWrite) == 0;

    private static WriteRefusedException Odd(WriteTarget target, string what) =>
        new($"'{target.Asked}' is {what}, so it was left as it is. Move it away.");

    private static WriteRefusedException WriteProtected(WriteTarget target, string repair) => IsStore(target) ? Managed(target) : new(
        $"'{target.Asked}' is write-protected, so it was left as it is. To let TrayAgent change it: {repair}.");
}

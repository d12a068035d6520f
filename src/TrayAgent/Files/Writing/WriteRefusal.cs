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
    public static UnixFileMode? Check(WriteTarget target, SafeFileHandle folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return CheckByName(target);
        }

        CheckFolder(target, folder);
        var there = Posix.Statx(folder, target.Name, Posix.NotThroughLinks, StatxResult.BasicStats, out var file);
        if (there != 0)
        {
            return Marshal.GetLastPInvokeError() == Posix.NoSuchFile ? null : throw PosixFile.Failure(target);
        }

        return !file.IsRegular ? throw Odd(target, file.IsFolder ? "a folder" : "no regular file")
            : file.IsMounted ? throw MountedAlone(target)
            : file.IsFixed ? throw WriteProtected(target, $"sudo chattr -ia '{target.FullName}'")
            : Protected((UnixFileMode)(file.Mode & 0xFFF)) ? throw WriteProtected(target, $"chmod u+w '{target.FullName}'")
            : (UnixFileMode)(file.Mode & 0xFFF);
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
            throw new WriteRefusedException(
                $"'{target.Asked}' was not written, because its folder '{target.Folder}' belongs to another user. "
                + "Run TrayAgent as that user, or correct the owner.");
        }

        if (found.IsFixed)
        {
            throw new WriteRefusedException(
                $"'{target.Asked}' was not written, because its folder '{target.Folder}' is write-protected. "
                + $"To let TrayAgent write there: sudo chattr -ia '{target.Folder}'.");
        }

        if ((found.Mode & WorldWritable) != 0 && (found.Mode & Sticky) == 0)
        {
            throw new WriteRefusedException(
                $"'{target.Asked}' was not written, because every user may replace files in '{target.Folder}'. "
                + $"Make the folder yours alone: chmod go-w '{target.Folder}'.");
        }
    }

    private static UnixFileMode? CheckByName(WriteTarget target)
    {
        if (Directory.Exists(target.FullName))
        {
            throw Odd(target, "a folder");
        }

        var file = new FileInfo(target.FullName);
        return !file.Exists ? null
            : (file.Attributes & FileAttributes.Device) != 0 ? throw Odd(target, "no regular file")
            : OperatingSystem.IsWindows() ? null
            : Protected(file.UnixFileMode) ? throw WriteProtected(target, $"chmod u+w '{target.FullName}'")
            : file.UnixFileMode;
    }

    private static bool Protected(UnixFileMode mode) => (mode & UnixFileMode.UserWrite) == 0;

    private static WriteRefusedException Odd(WriteTarget target, string what) =>
        new($"'{target.Asked}' is {what}, so it was left as it is. Move it away.");

    private static WriteRefusedException WriteProtected(WriteTarget target, string repair) => new(
        $"'{target.Asked}' is write-protected, so it was left as it is. To let TrayAgent change it: {repair}.");
}

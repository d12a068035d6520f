using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>The file calls of a write, with their errors as sentences.</summary>
internal static class PosixFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static SafeFileHandle OpenFolder(WriteTarget target)
    {
        var folder = new SafeFileHandle(Posix.Open(target.Folder, Posix.OpenFolder), ownsHandle: true);
        return folder.IsInvalid ? throw Failure(target) : folder;
    }

    /// <summary>0600 at creation, not afterwards: between the two a crash would leave a readable file behind.</summary>
    public static SafeFileHandle Create(WriteTarget target, SafeFileHandle folder, string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            // openat takes its mode as a variable argument, which P/Invoke cannot pass on Apple's processors;
            // the umask of this process (ProcessGuard) makes it 0600.
            return File.OpenHandle(Path.Combine(target.Folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        }

        var created = new SafeFileHandle(
            Repeated(() => Posix.OpenAt(folder, name, Posix.CreateToWrite, (uint)OwnerOnly)), ownsHandle: true);
        return created.IsInvalid ? throw NotWritable(target) : created;
    }

    /// <summary>A disk that is full says so now and not when there is something to lose.</summary>
    public static void TakeRoom(WriteTarget target, SafeFileHandle file, int bytes)
    {
        if (OperatingSystem.IsLinux())
        {
            if (Repeated(() => Posix.Allocate(file, 0, 0, bytes)) == 0)
            {
                return;
            }

            if (Marshal.GetLastPInvokeError() is not (Posix.NotSupported or Posix.NoSuchCall))
            {
                throw Failure(target);
            }
        }

        WriteAll(target, file, new byte[bytes]);
    }

    /// <summary>From the beginning of the file.</summary>
    public static unsafe void WriteAll(WriteTarget target, SafeFileHandle file, ReadOnlySpan<byte> content)
    {
        var written = 0L;
        while (written < content.Length)
        {
            nint count;
            fixed (byte* start = content)
            {
                count = Posix.WriteAt(file, start + written, (nuint)(content.Length - written), written);
            }

            if (count <= 0 && Marshal.GetLastPInvokeError() != Posix.Interrupted)
            {
                throw Failure(target);
            }

            written += Math.Max(count, 0);
        }
    }

    public static void Truncate(WriteTarget target, SafeFileHandle file, long length) =>
        Check(target, Repeated(() => Posix.Truncate(file, length)));

    public static void SetMode(WriteTarget target, SafeFileHandle file, UnixFileMode mode) =>
        Check(target, Repeated(() => Posix.ChangeMode(file, (uint)mode)));

    public static void Sync(WriteTarget target, SafeFileHandle file) => Check(target, Repeated(() => Posix.Sync(file)));

    /// <summary>The new name is durable only when its folder is. Some network file systems cannot do that for a folder.</summary>
    public static bool TrySyncFolder(SafeFileHandle folder) =>
        Repeated(() => Posix.Sync(folder)) == 0 || Marshal.GetLastPInvokeError() == Posix.InvalidArgument;

    /// <summary>What would keep us from making a file there, before there is anything to lose.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void CheckWritable(WriteTarget target, SafeFileHandle folder)
    {
        if (OperatingSystem.IsLinux() && Posix.Access(folder, ".", Posix.ToWrite, 0) != 0)
        {
            throw NotWritable(target);
        }
    }

    public static IOException Failure(WriteTarget target)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"'{target.Asked}' could not be written: {Marshal.GetPInvokeErrorMessage(error)}.", error);
    }

    private static IOException NotWritable(WriteTarget target) => Marshal.GetLastPInvokeError() switch
    {
        Posix.ReadOnlyDisk => WriteRefusal.ReadOnlyDisk(target),
        Posix.AccessDenied => WriteRefusal.FolderProtected(target, $"chmod u+w '{target.Folder}'"),
        _ => Failure(target),
    };

    private static void Check(WriteTarget target, int result)
    {
        if (result != 0)
        {
            throw Failure(target);
        }
    }

    private static int Repeated(Func<int> call)
    {
        int result;
        do
        {
            result = call();
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == Posix.Interrupted);

        return result;
    }
}

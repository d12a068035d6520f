using System.Runtime.InteropServices;

namespace TrayAgent.Crash.Tests.Support;

/// <summary>Mounting, and cutting the power: thousands of times, so without a process for each.</summary>
internal static partial class LibC
{
    public const nuint ReadOnlyMount = 0x1;
    public const nuint Remount = 0x20;
    public const nuint BindMount = 0x1000;
    public const int DetachMount = 2;

    /// <summary>FS_IOC_SHUTDOWN of ext4, XFS and F2FS.</summary>
    public const nuint Shutdown = 0x8004587D;

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Mount(string source, string folder, string type, nuint flags, string options);

    [LibraryImport("libc", EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unmount(string folder, int flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    public static partial int SyncFileSystem(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, ref int argument);
}

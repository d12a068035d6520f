using System.Runtime.InteropServices;

namespace TrayAgent.Files.Native;

/// <summary>The calls that .NET has not, or wraps in a way that blocks, copies or loses errors.</summary>
internal static unsafe partial class Posix
{
    public const int InterruptSignal = 2;
    public const int NotPermitted = 1;
    public const int NoSuchFile = 2;
    public const int Interrupted = 4;
    public const int NoSuchDevice = 6;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int AlreadyThere = 17;
    public const int OtherDevice = 18;
    public const int NotADirectory = 20;
    public const int InvalidArgument = 22;
    public const int ReadOnlyDisk = 30;

    /// <summary>W_OK.</summary>
    public const int ToWrite = 2;

    public const int TakeLock = 2 | 4;
    public const int FreeLock = 8;

    /// <summary>ENOSYS and EOPNOTSUPP of Linux.</summary>
    public const int NoSuchCall = 38;
    public const int NotSupported = 95;

    /// <summary>ENODATA and ERANGE of Linux.</summary>
    public const int NoSuchAttribute = 61;
    public const int OutOfRange = 34;

    /// <summary>For <see cref="ChangeOwner"/>: whose it is stays as it is.</summary>
    public const uint SameOwner = uint.MaxValue;

    /// <summary>AT_SYMLINK_NOFOLLOW of Linux.</summary>
    public const int NotThroughLinks = 0x100;

    /// <summary>RENAME_NOREPLACE and RENAME_EXCHANGE of Linux.</summary>
    public const uint OnlyIfAbsent = 1;
    public const uint Exchange = 2;

    /// <summary>O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC of Linux.</summary>
    public const int CreateToWrite = 0x1 | 0x40 | 0x80 | 0x20000 | 0x80000;

    /// <summary>RLIMIT_AS of Linux.</summary>
    public const int AddressSpace = 9;

    /// <summary>ELOOP, which is 40 on Linux and 62 on macOS.</summary>
    public static int TooManyLinks => OperatingSystem.IsLinux() ? 40 : 62;

    /// <summary>EAGAIN, which is 11 on Linux and 35 on macOS.</summary>
    public static int Full => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC: a FIFO opens at once, a terminal is not taken over.</summary>
    public static int OpenToRead => OperatingSystem.IsLinux() ? 0x800 | 0x100 | 0x80000 : 0x4 | 0x20000 | 0x1000000;

    /// <summary>O_NOFOLLOW: a link is not opened, which the last part of the path may be.</summary>
    public static int NoLink => OperatingSystem.IsLinux() ? 0x20000 : 0x100;

    /// <summary>O_RDONLY | O_DIRECTORY | O_CLOEXEC.</summary>
    public static int OpenFolder => OperatingSystem.IsLinux() ? 0x10000 | 0x80000 : 0x100000 | 0x1000000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>The real path, in a buffer of at least 4,096 bytes; null when it cannot be resolved.</summary>
    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    public static partial byte* RealPath(string path, byte* resolved);

    /// <remarks>https://man7.org/linux/man-pages/man2/statx.2.html: the only stat whose layout is the same everywhere.</remarks>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Statx(int folder, string path, int flags, uint mask, out StatxResult result);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Statx(SafeHandle folder, string path, int flags, uint mask, out StatxResult result);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    /// <remarks>Its mode is a variable argument: only on Linux is that passed like any other.</remarks>
    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenAt(SafeHandle folder, string name, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnlinkAt(SafeHandle folder, string name, int flags);

    // File.Move falls back to a copy onto the target when the two are on different mounts.
    [LibraryImport("libc", EntryPoint = "renameat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RenameAt(SafeHandle fromFolder, string from, SafeHandle toFolder, string to);

    /// <remarks>https://man7.org/linux/man-pages/man2/rename.2.html: only Linux has it, and not every file system knows its flags.</remarks>
    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RenameAt2(SafeHandle fromFolder, string from, SafeHandle toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "faccessat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Access(SafeHandle folder, string path, int mode, int flags);

    [LibraryImport("libc", EntryPoint = "pwrite", SetLastError = true)]
    public static partial nint WriteAt(SafeHandle file, byte* buffer, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int Truncate(SafeHandle file, long length);

    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    public static partial int Allocate(SafeHandle file, int mode, long offset, long length);

    [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    public static partial int ChangeMode(SafeHandle file, uint mode);

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    public static partial int ChangeOwner(SafeHandle file, uint owner, uint group);

    /// <remarks>https://man7.org/linux/man-pages/man7/xattr.7.html; macOS has these with other parameters.</remarks>
    [LibraryImport("libc", EntryPoint = "flistxattr", SetLastError = true)]
    public static partial nint ListAttributes(SafeHandle file, byte* names, nuint size);

    [LibraryImport("libc", EntryPoint = "fgetxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetAttribute(SafeHandle file, string name, byte* value, nuint size);

    [LibraryImport("libc", EntryPoint = "fsetxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetAttribute(SafeHandle file, string name, byte* value, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "fremovexattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RemoveAttribute(SafeHandle file, string name);

    /// <summary>LOCK_EX | LOCK_NB, and LOCK_UN: the same lock that .NET takes for <see cref="FileShare.None"/>.</summary>
    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeHandle file, int operation);

    // .NET 10 loses the errors of fsync on Unix: https://github.com/dotnet/runtime (SystemNative_FSync compares before it assigns).
    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(SafeHandle file);

    /// <param name="limits">What is in force, and what it may be raised to; the width is that of a 64-bit system, which all of ours are.</param>
    [LibraryImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    public static partial int Limits(int resource, ulong* limits);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);
}

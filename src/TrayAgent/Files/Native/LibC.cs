using System.Runtime.InteropServices;

namespace TrayAgent.Files.Native;

/// <summary>The few calls that .NET has not, or wraps in a way that loses errors.</summary>
internal static partial class LibC
{
    public const int InterruptSignal = 2;

    /// <summary>Linux and macOS agree on the value of <c>EINTR</c>.</summary>
    public const int Interrupted = 4;

    // .NET 10 loses the errors of fsync on Unix: https://github.com/dotnet/runtime (SystemNative_FSync compares before it assigns).
    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(SafeHandle file);

    // File.Move falls back to a copy onto the target when the two are on different mounts.
    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Rename(string from, string to);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    // Opening a FIFO without O_NONBLOCK hangs until somebody writes; a folder cannot be opened by FileStream at all.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenCore(string path, int flags);

    /// <summary>Opens a file or a folder for reading, never waiting; null with the error in <see cref="Marshal"/>.</summary>
    public static Microsoft.Win32.SafeHandles.SafeFileHandle? Open(string path)
    {
        var flags = OperatingSystem.IsMacOS() ? MacNonBlock | MacCloseOnExec : LinuxNonBlock | LinuxCloseOnExec;
        var descriptor = OpenCore(path, flags);
        return descriptor < 0 ? null : new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: true);
    }

    private const int LinuxNonBlock = 0x800;
    private const int LinuxCloseOnExec = 0x80000;
    private const int MacNonBlock = 0x4;
    private const int MacCloseOnExec = 0x1000000;
}

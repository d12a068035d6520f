using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace TrayAgent.Files.Native;

/// <summary>The calls of Windows that .NET has not, or wraps in a way that loses something.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Kernel32
{
    public const int AccessDenied = 5;
    public const int SharingViolation = 32;

    /// <summary>DELETE: what replacing a file asks for.</summary>
    public const uint ToReplace = 0x10000;

    /// <summary>FILE_SHARE_READ | FILE_SHARE_DELETE: fails while somebody has it open for writing.</summary>
    public const uint ShareUnwritten = 1 | 4;

    /// <summary>OPEN_EXISTING.</summary>
    public const uint Existing = 3;

    /// <summary>A full path as these calls take it when it is longer than 259 characters, whatever the system's policy is.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation</remarks>
    public static string Long(string path) =>
        path.Length < 260 || path.StartsWith(@"\\?\", StringComparison.Ordinal) ? path
        : path.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\UNC\" + path[2..]
        : @"\\?\" + path;

    /// <summary>STD_OUTPUT_HANDLE is -11, STD_ERROR_HANDLE -12.</summary>
    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    public static partial nint StandardHandle(int which);

    /// <summary>0: no handle of anything, any more.</summary>
    [LibraryImport("kernel32", EntryPoint = "GetFileType")]
    public static partial uint KindOf(nint handle);

    [LibraryImport("kernel32", EntryPoint = "WriteFile", SetLastError = true)]
    public static partial int Write(nint handle, byte* bytes, int count, out int written, nint overlapped);

    [LibraryImport("kernel32", EntryPoint = "WriteConsoleW", SetLastError = true)]
    public static partial int WriteConsole(nint handle, char* text, int count, out int written, nint reserved);

    [LibraryImport("kernel32", EntryPoint = "GetConsoleMode")]
    public static partial int ConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32", EntryPoint = "SetConsoleMode")]
    public static partial int SetConsoleMode(nint handle, uint mode);

    [LibraryImport("kernel32", EntryPoint = "GetConsoleProcessList")]
    public static partial uint ConsoleProcesses(uint* ids, uint room);

    [LibraryImport("kernel32", EntryPoint = "FreeConsole")]
    public static partial int LeaveConsole();

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial SafeFileHandle Open(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);
}

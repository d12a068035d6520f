using System.Runtime.InteropServices;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>Where a folder really lies, with no link on the way to it.</summary>
internal static class RealFolder
{
    private const int LongestPath = 4096;

    /// <summary>Null when it does not exist. Windows resolves '..' before links, as <see cref="Path.GetFullPath(string)"/> does.</summary>
    public static unsafe string? Of(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.Exists(path) ? Path.GetFullPath(path) : null;
        }

        var resolved = stackalloc byte[LongestPath];
        return Posix.RealPath(path, resolved) is null ? null : Marshal.PtrToStringUTF8((nint)resolved);
    }
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>Closes a file of ours to other users, by an open descriptor: what a link leads to is never changed.</summary>
internal static class OwnMode
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="IOException">It was left as it is; the message says why.</exception>
    public static void Close(string path)
    {
        using var file = new SafeFileHandle(Posix.Open(path, Posix.OpenToRead | Posix.NoLink), ownsHandle: true);
        if (file.IsInvalid)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new IOException(error == Posix.TooManyLinks
                ? $"'{path}' is a link, so it was left as it is. Change what it leads to: chmod 600 \"$(readlink -f '{path}')\"."
                : $"'{path}' could not be changed: {Marshal.GetPInvokeErrorMessage(error)}.");
        }

        if (OperatingSystem.IsLinux()
            && Posix.Statx(file, "", StatxResult.EmptyPath, StatxResult.BasicStats, out var found) == 0
            && !found.IsRegular)
        {
            throw new IOException($"'{path}' is no regular file, so it was left as it is. Look what it is.");
        }

        if (Posix.ChangeMode(file, (uint)OwnerOnly) != 0)
        {
            throw new IOException($"'{path}' could not be changed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
        }
    }
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>Writes a file of ours so that a crash or a full disk leaves the old bytes or the new ones, readable by us only.</summary>
internal static class AtomicFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int WindowsAttempts = 10;

    /// <exception cref="IOException">Nothing was written; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing was written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        // A link stays a link: what it points at is replaced.
        var target = new FileInfo(path).LinkTarget is null
            ? Path.GetFullPath(path)
            : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        var folder = Path.GetDirectoryName(target)!;
        OwnFolder.Create(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.trayagent.tmp");
        try
        {
            WriteTemporary(temporary, content);
            Replace(temporary, target);
        }
        catch
        {
            Remove(temporary);
            throw;
        }

        SyncFolder(folder);
    }

    private static void WriteTemporary(string temporary, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(temporary, Creation());
        file.Write(content);
        file.Flush(flushToDisk: OperatingSystem.IsWindows());
        if (!OperatingSystem.IsWindows())
        {
            Sync(file.SafeFileHandle, temporary);
        }
    }

    private static FileStreamOptions Creation()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            // At creation, not afterwards: between the two a crash would leave a readable file behind.
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static void Replace(string temporary, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            MoveWithRetry(temporary, target);
        }
        else if (Posix.Rename(temporary, target) != 0)
        {
            throw Failure(target);
        }
    }

    /// <summary>Windows refuses while a virus scanner or another reader holds the target for a moment.</summary>
    private static void MoveWithRetry(string temporary, string target)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(temporary, target, overwrite: true);
                return;
            }
            catch (Exception e) when (attempt < WindowsAttempts && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(Math.Min(10 << attempt, 1000)));
            }
        }
    }

    /// <summary>The new name is durable only when its folder is.</summary>
    private static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var handle = new SafeFileHandle(Posix.Open(folder, Posix.OpenToRead), ownsHandle: true);
            if (handle.IsInvalid)
            {
                throw Failure(folder);
            }

            Sync(handle, folder);
        }
    }

    private static void Sync(SafeFileHandle handle, string path)
    {
        while (Posix.Sync(handle) != 0)
        {
            if (Marshal.GetLastPInvokeError() != Posix.Interrupted)
            {
                throw Failure(path);
            }
        }
    }

    private static IOException Failure(string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"'{path}' could not be written: {Marshal.GetPInvokeErrorMessage(error)}.", error);
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell about.
        }
    }
}

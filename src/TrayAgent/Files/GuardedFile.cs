using System.Globalization;
using System.Runtime.InteropServices;
using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>
/// Reads files of folders that others write to: never waits for a FIFO, never swallows a device or a huge file, never throws.
/// </summary>
internal static class GuardedFile
{
    /// <summary>For cache files; real ones have about 5 KB.</summary>
    public const int CacheFileLimit = 256 * 1024;

    /// <summary>For config and settings files; 10,000 profiles have about 2 MB.</summary>
    public const int ConfigFileLimit = 4 * 1024 * 1024;

    public static FileReading Read(string path, int limit) =>
        OperatingSystem.IsWindows() ? WindowsFile.Read(path, limit) : ReadUnix(path, limit);

    /// <summary>Without opening it; null when that is not possible, or it is no regular file.</summary>
    public static FileStamp? Stamp(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            return Posix.Statx(StatxResult.CurrentFolder, path, 0, StatxResult.BasicStats, out var found) == 0 && found.IsRegular
                ? found.Stamp
                : null;
        }

        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null ? WindowsFile.StampOf(file) : null;
    }

    public static string TooLarge(long size, int limit) => string.Create(
        CultureInfo.InvariantCulture, $"is too large ({size:N0} bytes; at most {limit / 1024:N0} KB are read)");

    private static FileReading ReadUnix(string path, int limit)
    {
        var descriptor = Posix.Open(path, Posix.OpenToRead);
        if (descriptor < 0)
        {
            return Failure(Marshal.GetLastPInvokeError());
        }

        try
        {
            return ReadOpen(descriptor, path, limit);
        }
        finally
        {
            _ = Posix.Close(descriptor);
        }
    }

    private static FileReading Failure(int error) =>
        error is Posix.NoSuchFile or Posix.NotADirectory ? new FileReading.Missing()
        : new FileReading.Refused(
            error == Posix.TooManyLinks ? "is a link that leads back to itself"
            : error == Posix.NoSuchDevice ? "is not a regular file"
            : error == Posix.AccessDenied ? "may not be read by this user"
            : $"cannot be read ({Marshal.GetPInvokeErrorMessage(error)})");

    private static FileReading ReadOpen(int descriptor, string path, int limit)
    {
        FileStamp stamp;
        if (OperatingSystem.IsLinux())
        {
            if (Posix.Statx(descriptor, "", StatxResult.EmptyPath, StatxResult.BasicStats, out var found) != 0)
            {
                return Failure(Marshal.GetLastPInvokeError());
            }

            if (!found.IsRegular)
            {
                return new FileReading.Refused(found.IsFolder ? "is a folder" : "is not a regular file");
            }

            stamp = found.Stamp;
        }
        else if (!Directory.Exists(path) && Stamp(path) is { } found)
        {
            // Opening did not block whatever it is, and reading ends at the limit.
            stamp = found;
        }
        else
        {
            return new FileReading.Refused("is not a regular file");
        }

        return stamp.Size > limit
            ? new FileReading.Refused(TooLarge(stamp.Size, limit))
            : ReadBytes(descriptor, stamp, limit);
    }

    /// <summary>The file may grow while it is read, so the end is where reading says so.</summary>
    private static unsafe FileReading ReadBytes(int descriptor, FileStamp stamp, int limit)
    {
        var bytes = new byte[stamp.Size + 1];
        var length = 0;
        while (true)
        {
            nint count;
            fixed (byte* start = bytes)
            {
                count = Posix.Read(descriptor, start + length, (nuint)(bytes.Length - length));
            }

            if (count < 0 && Marshal.GetLastPInvokeError() is var error and not Posix.Interrupted)
            {
                return Failure(error);
            }

            length += (int)Math.Max(count, 0);
            if (count == 0)
            {
                return new FileReading.Content(bytes[..length], stamp);
            }

            if (length > limit)
            {
                return new FileReading.Refused(TooLarge(length, limit));
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(length * 2, limit + 1));
            }
        }
    }
}

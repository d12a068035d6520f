namespace TrayAgent.Files;

/// <summary>Reading on Windows, where a file that others have open must be shared with them.</summary>
internal static class WindowsFile
{
    public static FileReading Read(string path, int limit)
    {
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (!stream.CanSeek)
            {
                return new FileReading.Refused("is not a regular file");
            }

            if (stream.Length > limit)
            {
                return new FileReading.Refused(GuardedFile.TooLarge(stream.Length, limit));
            }

            var stamp = StampOf(new FileInfo(path));
            var bytes = new byte[limit + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > limit
                ? new FileReading.Refused(GuardedFile.TooLarge(length, limit))
                : new FileReading.Content(bytes[..length], stamp);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileReading.Missing();
        }
        catch (UnauthorizedAccessException)
        {
            return new FileReading.Refused(Directory.Exists(path) ? "is a folder" : "may not be read by this user");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return new FileReading.Refused("cannot be read: it is in use, or its name is not allowed");
        }
    }

    public static FileStamp StampOf(FileInfo file)
    {
        var written = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        return new FileStamp(
            file.Exists ? file.Length : 0, written, written, 0, OperatingSystem.IsWindows() ? null : file.UnixFileMode);
    }
}

namespace TrayAgent.Files;

/// <summary>An exclusive lock between processes (<c>flock</c>); the system frees it when its holder crashes.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Null while another process, or another part of this one, holds it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static FileLock? TryTake(string path)
    {
        OwnFolder.Create(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileLock(new FileStream(path, options));
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Whether somebody holds it at this moment. Who looks keeps no other from looking, and makes no file.</summary>
    public static bool IsHeldBySomebody(string path)
    {
        try
        {
            using var look = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is IOException held && IsHeld(held);
        }
    }

    public static async Task<FileLock> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(PollEvery, time, cancellationToken);
        }
    }

    /// <summary>The file stays: deleting it would let two processes lock two files of one name.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary><c>EWOULDBLOCK</c> of Linux and of macOS, <c>ERROR_SHARING_VIOLATION</c> of Windows.</summary>
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}

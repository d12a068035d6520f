using TrayAgent.Files.Native;

namespace TrayAgent.Files;

/// <summary>An exclusive lock between processes (<c>flock</c>); the system frees it when its holder crashes.</summary>
internal sealed class FileLock : IDisposable
{
    /// <summary>Nobody takes a folder away again and again.</summary>
    private const int Attempts = 20;

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Null while another process, or another part of this one, holds it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static FileLock? TryTake(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var file = Open(path);
                if (!IsNameless(file))
                {
                    return new FileLock(file);
                }

                // Its holder has just removed it (TracelessLock): the next one makes and locks another file.
                file.Dispose();
            }
            catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException && attempt < Attempts)
            {
                // ... and the folder with it. When another has made the folder again meanwhile, .NET calls only the file missing.
            }
            catch (IOException e) when (IsHeld(e))
            {
                return null;
            }
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

    /// <summary>The file stays, for the next who wants it.</summary>
    public void Dispose() => _file.Dispose();

    private static FileStream Open(string path)
    {
        OwnFolder.Create(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Only on Linux locks are removed while they are held.</summary>
    private static bool IsNameless(FileStream file) =>
        OperatingSystem.IsLinux()
        && Posix.Statx(file.SafeFileHandle, "", StatxResult.EmptyPath, StatxResult.BasicStats, out var found) == 0
        && found.Names == 0;

    /// <summary><c>EWOULDBLOCK</c> of Linux and of macOS, <c>ERROR_SHARING_VIOLATION</c> of Windows.</summary>
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}

using TrayAgent.Files;

namespace TrayAgent.Hosting;

/// <summary>One agent per user: held by a file lock, which the system frees however the process ends.</summary>
internal sealed class SingleInstance : IDisposable
{
    private readonly FileStream _lock;

    private SingleInstance(FileStream held) => _lock = held;

    /// <summary>Null when another agent of this user runs.</summary>
    /// <exception cref="IOException">The state folder cannot be written; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static SingleInstance? TryTake(AgentPaths paths)
    {
        OwnFolder.CreatePrivate(paths.StateFolder);
        try
        {
            return new SingleInstance(new FileStream(
                paths.InstanceLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();

    // EWOULDBLOCK on Linux, on macOS; ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;
}

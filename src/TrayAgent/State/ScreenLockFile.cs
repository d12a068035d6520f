using Microsoft.Extensions.Logging;
using TrayAgent.Core.Decide;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.State;

/// <summary>
/// Tells our other processes that the screen is locked: the file is there as long as it is. One that a killed agent left is known
/// by the lock that every agent holds, and that nobody holds then.
/// </summary>
internal sealed partial class ScreenLockFile(AgentPaths paths, ILogger<ScreenLockFile> logger)
{
    /// <summary>For the others. An agent that crashed cannot say that the screen is unlocked again, so its word ends with it.</summary>
    public static bool IsLocked(AgentPaths paths) =>
        File.Exists(paths.ScreenLocked) && FileLock.IsHeldBySomebody(paths.InstanceLock);

    public void Show(ScreenLock screen)
    {
        try
        {
            if (screen == ScreenLock.Locked)
            {
                AtomicFile.Write(paths.ScreenLocked, []);
            }
            else
            {
                PatientFile.Delete(paths.ScreenLocked);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CannotShow(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Whether the screen is locked cannot be told to other processes: {Reason}")]
        public static partial void CannotShow(ILogger logger, string reason);
    }
}

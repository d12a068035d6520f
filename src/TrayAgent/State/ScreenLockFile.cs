using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using TrayAgent.Core.Decide;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.State;

/// <summary>
/// Tells our other processes that the screen is locked: the file is there as long as it is, and holds the agent's process number,
/// so that one which a killed agent left is known for what it is.
/// </summary>
internal sealed partial class ScreenLockFile(AgentPaths paths, ILogger<ScreenLockFile> logger)
{
    private const int MostBytes = 64;

    /// <summary>For the others. An agent that crashed cannot say that the screen is unlocked again, so its word ends with it.</summary>
    public static bool IsLocked(AgentPaths paths) =>
        GuardedFile.Read(paths.ScreenLocked, MostBytes) is FileReading.Content content
        && int.TryParse(Encoding.ASCII.GetString(content.Bytes).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var agent)
        && OtherProcess.IsStillTheOneOf(agent, content.Stamp.WrittenAt);

    public void Show(ScreenLock screen)
    {
        try
        {
            if (screen == ScreenLock.Locked)
            {
                AtomicFile.Write(
                    paths.ScreenLocked, Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            }
            else
            {
                File.Delete(paths.ScreenLocked);
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

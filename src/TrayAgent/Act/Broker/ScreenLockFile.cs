using System.Globalization;
using System.Text;
using TrayAgent.Files;

namespace TrayAgent.Act.Broker;

/// <summary>What the agent, which sees the screen being locked, tells the other processes; no browser opens before nobody.</summary>
internal sealed class ScreenLockFile(AgentPaths paths)
{
    private const int MostBytes = 64;

    /// <summary>An agent that crashed meanwhile cannot say that the screen is unlocked again, so its word ends with it.</summary>
    public bool IsLocked =>
        GuardedFile.Read(paths.ScreenLocked, MostBytes) is FileReading.Content content
        && int.TryParse(Encoding.UTF8.GetString(content.Bytes).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var agent)
        && OtherProcess.IsAlive(agent);
}

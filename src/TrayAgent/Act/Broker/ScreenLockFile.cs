using TrayAgent.Files;

namespace TrayAgent.Act.Broker;

/// <summary>What the agent, which sees the screen being locked, tells the other processes; no browser opens before nobody.</summary>
internal sealed class ScreenLockFile(AgentPaths paths)
{
    /// <summary>An agent that crashed meanwhile cannot say that the screen is unlocked again, so its word ends with it.</summary>
    public bool IsLocked => File.Exists(paths.ScreenLocked) && FileLock.IsHeldBySomebody(paths.InstanceLock);
}

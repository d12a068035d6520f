namespace TrayAgent.Core.Decide;

public enum ScreenLock
{
    Unlocked,
    Locked,
}

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>What is wrong with the disk of the home.</summary>
public enum BadDisk
{
    Full,
    ReadOnly,
}

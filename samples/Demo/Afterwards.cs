namespace TrayAgent.Demo;

/// <summary>What becomes of the temporary home.</summary>
internal enum Afterwards
{
    Removed,
    Kept,
}

namespace TrayAgent.Crash.Tests.Kill;

/// <summary>What is in the place of the file before it is written.</summary>
internal enum TargetShape
{
    Absent,
    Old,
}

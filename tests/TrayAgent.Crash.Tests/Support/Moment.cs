namespace TrayAgent.Crash.Tests.Support;

/// <summary>Of a file call.</summary>
internal enum Moment
{
    Before,
    After,
}

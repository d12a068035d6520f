namespace TrayAgent.Crash.Tests.Support;

internal enum BindMode
{
    ReadWrite,
    ReadOnly,
}

namespace TrayAgent.Crash.Tests.Errors;

/// <summary>What the path that a writer gets leads to.</summary>
internal enum WrittenAs
{
    File,
    LinkToFile,
}

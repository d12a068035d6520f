namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>How a verb ended, as a script sees it.</summary>
internal sealed record VerbEnd(int ExitCode, string Out, string Error);

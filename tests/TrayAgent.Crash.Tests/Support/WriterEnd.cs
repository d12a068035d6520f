namespace TrayAgent.Crash.Tests.Support;

/// <summary>How a writing process ended.</summary>
internal sealed record WriterEnd(int ExitCode, string Output, string Error)
{
    /// <summary>It says that the file is written.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>It says that it is not.</summary>
    public bool Failed => ExitCode == 3;

    public bool WasKilled => ExitCode == 128 + 9;

    /// <summary>It had the room for the new bytes: the agent would now ask the service for a new token.</summary>
    public bool Reserved => Output.Contains("reserved", StringComparison.Ordinal);
}

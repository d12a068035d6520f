namespace TrayAgent.Act.Children;

/// <summary>How a child process ended, and what it wrote, each stream cut after <see cref="ChildProcess.KeptPerStream"/>.</summary>
internal sealed record ChildEnd(int ExitCode, string Output, string Error)
{
    /// <summary>Nobody vetted what it wrote.</summary>
    public override string ToString() => $"exit code {ExitCode}";
}

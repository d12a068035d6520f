namespace TrayAgent.Core.Facts;

/// <summary>The Claude Code on this machine, as far as files tell.</summary>
public abstract record ClaudeCode
{
    private ClaudeCode()
    {
    }

    /// <summary>No <c>claude</c> on the PATH or in the places where installers put it.</summary>
    public sealed record Missing : ClaudeCode;

    /// <summary>There is one; <paramref name="Version"/> is null when no file tells it.</summary>
    public sealed record Found(string Path, Version? Version) : ClaudeCode;
}

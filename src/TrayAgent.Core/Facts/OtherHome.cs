using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Facts;

/// <summary>Another home of the same person on this machine, with tools of its own: that of a WSL distribution.</summary>
public abstract record OtherHome
{
    private OtherHome(string name) => Name = name;

    /// <summary>For people, e.g. "WSL Ubuntu".</summary>
    public string Name { get; }

    /// <param name="Name">As above.</param>
    /// <param name="Folder">Full path, as this system sees it.</param>
    /// <param name="Config">Its AWS config.</param>
    /// <param name="Cache">Its tokens.</param>
    /// <param name="ClaudeProfile">The profile that Claude Code's settings there name; null when there are none, or they name none.</param>
    public sealed record Seen(string Name, string Folder, AwsConfig Config, TokenCache Cache, string? ClaudeProfile) : OtherHome(Name);

    /// <summary>Looking would start it.</summary>
    public sealed record AtRest(string Name) : OtherHome(Name);
}

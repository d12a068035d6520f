using System.CommandLine;

namespace TrayAgent.Cli;

/// <summary><c>trayagent claude</c>: what Claude Code's settings say, and putting them right.</summary>
internal static class ClaudeVerb
{
    public static Command Create(Streams streams) => new("claude", "Claude Code's settings: repairs them, and takes repairs back.")
    {
        ClaudeFixVerb.Create(streams),
        ClaudeUndoVerb.Create(streams),
    };
}

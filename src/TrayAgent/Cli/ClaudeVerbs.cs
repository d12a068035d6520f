using System.CommandLine;

namespace TrayAgent.Cli;

/// <summary><c>trayagent claude</c>: what concerns the settings of Claude Code.</summary>
internal static class ClaudeVerbs
{
    public static Command Create(Streams streams) => new(
        "claude",
        "Shows the settings that Claude Code really uses and where each comes from, and puts them right.")
    {
        ClaudeShowVerb.Create(streams),
        ClaudeFixVerb.Create(streams),
        ClaudeUndoVerb.Create(streams),
    };
}

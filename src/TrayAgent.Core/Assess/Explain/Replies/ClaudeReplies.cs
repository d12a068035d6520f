namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do when Claude Code did not ask AWS at all.</summary>
internal static class ClaudeReplies
{
    public static Reply NotBedrock(Situation situation) => Replying.First(
        situation,
        () => situation.IsBedrock
            ? new Reply(
                "By its settings Claude Code calls Bedrock, so it was started before they were written, or in a place that does not read them (an editor, another home folder).",
                SessionReplies.Restart)
            : new Reply(
                "Claude Code's settings on this machine do not switch Bedrock on ('CLAUDE_CODE_USE_BEDROCK').",
                Remedy.Command("Set Claude Code up for Bedrock.", "trayagent", "setup")),
        FindingCodes.ClaudeSettingsUnreadable,
        FindingCodes.ClaudeSettingsLostKeys,
        FindingCodes.ClaudeBedrockOff,
        FindingCodes.ClaudeBedrockFlagForm,
        FindingCodes.ClaudeProviderConflict);
}

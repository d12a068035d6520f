namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>Replies that several errors share.</summary>
internal static class Replying
{
    /// <summary>A rule has found the cause already.</summary>
    public static Reply With(Finding finding) => new(finding.Message, finding switch
    {
        { Remedy: { Argv.IsDefaultOrEmpty: true, Edit: not null } remedy } => Remedy.Command(remedy.Text, "trayagent", "claude", "fix"),
        { Remedy: { } remedy } => remedy,
        _ => Doctor,
    });

    public static Reply First(Situation situation, Func<Reply> otherwise, params ReadOnlySpan<string> codes) =>
        situation.Finding(codes) is { } finding ? With(finding) : otherwise();

    /// <summary>Only a fix that finds something to do is offered.</summary>
    public static Remedy NameProfile(Situation situation) => situation.Finding(FindingCodes.ClaudeProfileMissing) is { } finding
        ? With(finding).Remedy
        : Remedy.Command("Set Claude Code up with a profile.", "trayagent", "setup");

    /// <summary>Nothing on this machine says whose credentials were used: no cause is made up.</summary>
    public static Reply Nobody(Situation situation) => situation switch
    {
        _ when situation.Finding(FindingCodes.ConfigUnreadable, FindingCodes.ClaudeProfileUnknown, FindingCodes.ClaudeProfileMissing) is { } finding =>
            With(finding),
        { Assessment.Sessions.Length: > 1 } => SessionReplies.Several(situation),
        { Snapshot.Config.Profiles.IsEmpty: true } => new Reply(
            $"There is no profile in '{situation.Snapshot.Config.ConfigFile}', and "
            + (situation.IsBedrock ? "Claude Code's settings name no key" : "Claude Code's settings do not use Bedrock")
            + ", so whose credentials were refused is not known here.",
            Remedy.Command("Make a profile and set Claude Code up for it.", "trayagent", "setup")),
        _ => new Reply(
            "There are profiles, but neither Claude Code's settings nor AWS_PROFILE name one of them, so whose credentials were refused is not known here.",
            Remedy.Command("Set Claude Code up with one of them.", "trayagent", "setup")),
    };

    public static Remedy Doctor { get; } = Remedy.Command("Have everything checked, also what only AWS knows.", "trayagent", "doctor", "--online");
}

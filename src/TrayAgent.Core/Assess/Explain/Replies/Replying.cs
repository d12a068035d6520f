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

    public static Remedy Doctor { get; } = Remedy.Command("Have everything checked, also what only AWS knows.", "trayagent", "doctor", "--online");
}

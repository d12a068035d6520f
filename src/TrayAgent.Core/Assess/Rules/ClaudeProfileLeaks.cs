using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>The profile in Claude Code's settings is also what its shell commands use, and the user's terminal uses another.</summary>
/// <remarks>https://github.com/anthropics/claude-code/issues/29765</remarks>
internal static class ClaudeProfileLeaks
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        var profile = judged.ClaudeSettings[ClaudeKeys.AwsProfile];
        if (judged.ClaudeIdentity.Kind != AwsIdentityKind.Profile || profile is null or { Source.Scope: SettingsScope.Shell })
        {
            yield break;
        }

        var terminal = AwsIdentities.OfTerminal(judged.ClaudeSettings, judged.Snapshot.Environment, judged.Config);
        if (terminal is { Kind: AwsIdentityKind.Profile, Profile: { } own } && own != profile.Value)
        {
            yield return new Found(new Finding(
                FindingCodes.ClaudeProfileLeaks,
                Severity.Info,
                profile.Value,
                $"Commands that Claude Code runs use the profile '{profile.Value}' too, while your terminal uses '{own}'.",
                profile.Source.Scope == SettingsScope.User
                    ? Remedy.Command(
                        "To keep them apart, wire Claude Code in the mode 'isolated'.", "trayagent", "claude", "fix", "--mode", "isolated")
                    : Remedy.Advice(
                        $"To keep them apart, '{ClaudeKeys.AwsProfile}' would have to go from '{profile.Source}'; then "
                        + "'trayagent claude fix --mode isolated' wires Claude Code without it.")))
            {
                File = profile.Source.Place,
                Profiles = [profile.Value],
            };
        }
    }
}

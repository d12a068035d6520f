using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code depends on an SSO session and cannot renew it by itself; the agent can, so this is no fault.</summary>
internal static class ClaudeRefreshMissing
{
    public static IEnumerable<Found> Find(Judged judged) =>
        judged.ClaudeIdentity is
        {
            Kind: AwsIdentityKind.Profile or AwsIdentityKind.ExportCommand, Profile: { } profile,
        }
        && (judged.ClaudeIdentity.Session is not null || IsUnknown(judged, profile))
        && judged.ClaudeSettings.Text(ClaudeKeys.AuthRefresh) is null
            ?
            [
                new Found(new Finding(
                    FindingCodes.ClaudeRefreshMissing,
                    Severity.Info,
                    ClaudeKeys.AuthRefresh,
                    $"Claude Code has no 'awsAuthRefresh', so it cannot sign in to the profile '{profile}' when its session ends.",
                    ClaudeRemedies.Wire(judged, Mode(judged), profile)))
                {
                    File = judged.ClaudeSettings.UserFile,
                    Keys = [ClaudeKeys.AuthRefresh],
                    Profiles = [profile],
                },
            ]
            : [];

    /// <summary>Whether it has a session shows when its name is corrected: until then <see cref="ClaudeProfileUnknown"/> hides this.</summary>
    private static bool IsUnknown(Judged judged, string profile) =>
        judged.ProfileOfClaude(profile) is null && judged.ClaudeSettings.UsedProfile == profile;

    /// <summary>Who chose the AWS CLI before has not chosen us since.</summary>
    private static WiringMode Mode(Judged judged) =>
        KeyWatch.FormerMode(judged.Snapshot) == WiringMode.Plain ? WiringMode.Plain : WiringMode.Broker;
}

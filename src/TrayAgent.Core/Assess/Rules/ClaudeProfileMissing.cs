using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code uses Bedrock, and nothing tells it whose credentials to take.</summary>
internal static class ClaudeProfileMissing
{
    private const int MostNames = 5;

    public static IEnumerable<Found> Find(Judged judged)
    {
        // Where nobody signs in with SSO, the role of the machine may well be what is meant.
        var profiles = judged.ConfigOfClaude.Profiles.Where(profile => profile.Session is not null).Select(profile => profile.Name).ToList();
        return judged.ClaudeIdentity.Kind is AwsIdentityKind.InstanceRole or AwsIdentityKind.None && profiles.Count > 0
            ?
            [
                new Found(new Finding(
                    FindingCodes.ClaudeProfileMissing,
                    Severity.Warning,
                    ClaudeKeys.AwsProfile,
                    "Claude Code uses Bedrock, but no profile is named and the profile 'default' has no credentials"
                    + (judged.ClaudeIdentity.Kind == AwsIdentityKind.None ? "." : ", so it takes the machine's role, if there is one."),
                    Name(judged, profiles)))
                {
                    File = judged.ClaudeSettings.UserFile,
                    Keys = [ClaudeKeys.AwsProfile],
                },
            ]
            : [];
    }

    private static Remedy Name(Judged judged, List<string> profiles) => profiles is [var only]
        ? ClaudeRemedies.Fix(
            judged,
            $"Set 'AWS_PROFILE' to '{only}' in 'env' of '{judged.ClaudeSettings.UserFile}'.",
            [new SettingsChange.Put(ClaudeKeys.AwsProfile, only)])
        : Remedy.Advice(
            $"Set 'AWS_PROFILE' in 'env' of '{judged.ClaudeSettings.UserFile}'; there are {Phrase.Names(profiles.Take(MostNames))}"
            + (profiles.Count > MostNames ? " and others." : "."));
}

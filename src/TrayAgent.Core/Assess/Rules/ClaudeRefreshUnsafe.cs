using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A profile whose name a shell would interpret: no quoting is right for every shell, so it is not wired.</summary>
internal static class ClaudeRefreshUnsafe
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Provider != ClaudeProvider.Bedrock)
        {
            yield break;
        }

        var written = judged.ClaudeSettings.Text(ClaudeKeys.AuthRefresh) is { } text
            ? SettingsCommand.Of(text).Profiles.FirstOrDefault(name => !Wiring.IsSafeName(name))
            : null;
        var name = written ?? judged.ClaudeIdentity.Profile;
        if (name is not null && judged.ProfileOfClaude(name) is not null && !Wiring.IsSafeName(name))
        {
            yield return new Found(new Finding(
                FindingCodes.ClaudeRefreshUnsafe,
                written is null ? Severity.Info : Severity.Warning,
                name,
                written is null
                    ? $"The profile '{name}' has a name that a shell would interpret, so it is not written into 'awsAuthRefresh'."
                    : $"'awsAuthRefresh' names the profile '{name}', and a shell would interpret that name.",
                Remedy.Advice("Rename the profile in the AWS config and in Claude Code's settings: letters, digits and '_.@+-' are safe.")))
            {
                File = judged.ClaudeSettings.UserFile,
                Profiles = [name],
            };
        }
    }
}

using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A Bedrock API key makes Claude Code ignore every profile, so a healthy session is of no use to it.</summary>
internal static class ClaudeBearerShadowsProfile
{
    private static readonly string[] Ignored = [ClaudeKeys.AwsProfile, ClaudeKeys.CredentialExport, ClaudeKeys.AuthRefresh];

    public static IEnumerable<Found> Find(Judged judged)
    {
        // A profile that only the shell names is for other tools.
        var ignored = Ignored
            .Where(key => judged.ClaudeSettings[key] is { IsSet: true, Source.Scope: not SettingsScope.Shell })
            .ToList();
        return judged.ClaudeIdentity.Kind == AwsIdentityKind.BearerToken && ignored.Count > 0
            && judged.ClaudeSettings[ClaudeKeys.BearerToken] is { } token
            ?
            [
                new Found(new Finding(
                    FindingCodes.ClaudeBearerShadowsProfile,
                    Severity.Warning,
                    ClaudeKeys.BearerToken,
                    $"'AWS_BEARER_TOKEN_BEDROCK' ({Where(token)}) makes Claude Code ignore {Phrase.Names(ignored)}, "
                    + "and fails when that key expires.",
                    Remedy.Advice($"Delete 'AWS_BEARER_TOKEN_BEDROCK' ({Where(token)}), or the settings that it makes useless.")))
                {
                    File = token.Source.Place,
                },
            ]
            : [];
    }

    private static string Where(EffectiveSetting token) =>
        token.Source.Scope == SettingsScope.Shell ? "from the environment" : $"in '{token.Source}'";
}

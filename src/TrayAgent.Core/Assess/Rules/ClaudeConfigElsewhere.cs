using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code's own settings send it, and all that it starts, to other AWS files than the terminal and the agent read.</summary>
/// <remarks>https://code.claude.com/docs/en/amazon-bedrock: it honours both variables.</remarks>
internal static class ClaudeConfigElsewhere
{
    private static readonly string[] Keys = [ClaudeKeys.AwsConfigFile, ClaudeKeys.AwsCredentialsFile];

    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Snapshot.ConfigElsewhere is not { } elsewhere || judged.Provider != ClaudeProvider.Bedrock)
        {
            return [];
        }

        var setting = Keys.Select(key => judged.ClaudeSettings[key]).OfType<EffectiveSetting>()
            .First(setting => setting.Source.Scope != SettingsScope.Shell);
        return [new Found(OfProblem(elsewhere, setting) ?? OfSession(judged, elsewhere, setting)) { File = setting.Source.Place, Keys = [setting.Key] }];
    }

    private static Finding? OfProblem(AwsConfig elsewhere, EffectiveSetting setting) =>
        elsewhere.Problems.IsEmpty ? null : new Finding(
            FindingCodes.ClaudeConfigElsewhere,
            Severity.Error,
            setting.Key,
            $"Claude Code takes its AWS profiles from where '{setting.Key}' in '{setting.Source}' says, and cannot read them: {elsewhere.Problems[0].Text}",
            Remedy.Advice($"Correct that, or delete '{setting.Key}' from '{setting.Source}' if your own AWS files are meant."));

    private static Finding OfSession(Judged judged, AwsConfig elsewhere, EffectiveSetting setting)
    {
        var unwatched = judged.ClaudeIdentity.Session is { } session && !IsWatched(judged, elsewhere.Session(session)) ? session : null;
        return new Finding(
            FindingCodes.ClaudeConfigElsewhere,
            unwatched is null ? Severity.Info : Severity.Warning,
            setting.Key,
            $"Claude Code reads '{File(elsewhere, setting)}' ('{setting.Key}' in '{setting.Source}'), but your terminal and this program read "
                + $"'{File(judged.Config, setting)}'"
                + (unwatched is null ? "." : $", which does not have its session '{unwatched}': nobody keeps that fresh."),
            Remedy.Advice($"Set the same variable where you log in, or delete '{setting.Key}' from '{setting.Source}'."));
    }

    private static string File(AwsConfig config, EffectiveSetting setting) =>
        setting.Key == ClaudeKeys.AwsConfigFile ? config.ConfigFile : config.CredentialsFile;

    /// <summary>The token lies where the name says, whichever file has the session.</summary>
    private static bool IsWatched(Judged judged, SsoSession? session) =>
        session is not null && judged.Session(session.Name)?.Session is { } own && own.StartUrl == session.StartUrl && own.Kind == session.Kind;
}

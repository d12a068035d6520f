namespace TrayAgent.Core.Facts.Claude;

/// <summary>
/// What of a project's settings waits until somebody trusts its folder: commands and variables, but for models, time limits
/// and switches. Claude Code that is started with <c>-p</c> asks nobody and waits for nothing.
/// </summary>
/// <remarks>https://code.claude.com/docs/en/settings-reference</remarks>
internal static class TrustGate
{
    private const string OfAws = ClaudeKeys.EnvironmentPrefix + "AWS_";

    /// <summary>The machine as Claude Code sees it until then; null when nothing is known to wait.</summary>
    public static Snapshot? Before(Snapshot snapshot)
    {
        var claude = snapshot.Claude;
        if (claude.Trust != FolderTrust.NotTrusted || !claude.Layers.Any(layer => layer.Settings.Any(setting => Waits(layer, setting))))
        {
            return null;
        }

        var before = claude with
        {
            Layers =
            [
                .. claude.Layers.Select(layer => layer with
                {
                    Settings = [.. layer.Settings.Where(setting => !Waits(layer, setting))],
                }),
            ],
        };
        var hasSameFiles = claude.Text(ClaudeKeys.AwsConfigFile) == before.Text(ClaudeKeys.AwsConfigFile)
            && claude.Text(ClaudeKeys.AwsCredentialsFile) == before.Text(ClaudeKeys.AwsCredentialsFile);
        return snapshot with { Claude = before, ConfigElsewhere = hasSameFiles ? snapshot.ConfigElsewhere : null };
    }

    private static bool Waits(ClaudeSettingsLayer layer, ClaudeSetting setting) => layer.Scope.IsOfProject()
        && (setting.Key is ClaudeKeys.AuthRefresh or ClaudeKeys.CredentialExport || setting.Key.StartsWith(OfAws, StringComparison.Ordinal));
}

using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A command for AWS stands where Claude Code does not look for it, or does not run it yet.</summary>
/// <remarks>https://github.com/anthropics/claude-code/issues/9412</remarks>
internal static class ClaudeRefreshWrongFile
{
    private static readonly string[] Commands = [ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport];

    public static IEnumerable<Found> Find(Judged judged) => judged.ClaudeSettings.Stray
        .Select(stray => new Found(new Finding(
            FindingCodes.ClaudeRefreshWrongFile,
            Severity.Warning,
            Place(stray),
            $"'{stray.Key}' in '{Place(stray)}' does not count: Claude Code reads no settings from that file.",
            Move(judged, stray)))
        {
            File = stray.File,
            Keys = [stray.Key],
        })
        .Concat(Commands.Select(key => judged.ClaudeSettings[key]).OfType<EffectiveSetting>()
            .Where(setting => setting.Source.Scope.IsOfProject() && judged.ClaudeSettings.Trust == FolderTrust.NotTrusted)
            .Select(setting => new Found(new Finding(
                FindingCodes.ClaudeRefreshWrongFile,
                Severity.Warning,
                setting.Source.ToString(),
                $"'{setting.Key}' in '{setting.Source}' does not count yet: this folder is not trusted.",
                Remedy.Advice($"Move it to '{judged.ClaudeSettings.UserFile}', or start Claude Code in the folder and trust it.")))
            {
                File = setting.Source.Place,
            }));

    private static string Place(StraySetting stray) => stray.Line is { } line ? $"{stray.File}:{line}" : stray.File;

    private static Remedy Move(Judged judged, StraySetting stray) =>
        stray.Key == ClaudeKeys.AuthRefresh && judged.ClaudeIdentity is { Profile: { } profile, Session: not null }
            ? ClaudeRemedies.Wire(judged, WiringMode.Broker, profile)
            : Remedy.Advice($"Move it to '{judged.ClaudeSettings.UserFile}'.");
}

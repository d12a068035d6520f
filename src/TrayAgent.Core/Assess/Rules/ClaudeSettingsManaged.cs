using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>The user's own value of a key that decides over AWS does not count, because an administrator sets it.</summary>
internal static class ClaudeSettingsManaged
{
    private static readonly string[] Keys =
    [
        ClaudeKeys.UseBedrock, ClaudeKeys.AwsProfile, ClaudeKeys.AwsRegion, ClaudeKeys.AuthRefresh,
        ClaudeKeys.CredentialExport, ClaudeKeys.Model, "env.ANTHROPIC_MODEL",
    ];

    public static IEnumerable<Found> Find(Judged judged) =>
        from key in Keys
        let setting = judged.ClaudeSettings[key]
        where setting is { Source.IsManaged: true }
        let own = setting.Shadowed.FirstOrDefault(hidden => hidden.Source.Scope == SettingsScope.User)
        where own is not null && own.Value != setting.Value
        select new Found(new Finding(
            FindingCodes.ClaudeSettingsManaged,
            Severity.Info,
            key,
            $"'{key}' in '{own.Source}' does not count: '{setting.Source}', which an administrator manages, sets it to "
            + $"'{setting.Value}'.",
            Remedy.Advice($"Delete '{key}' from '{own.Source}', or ask whoever manages this machine.")))
        {
            File = own.Source.Place,
        };
}

using System.Collections.Frozen;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>
/// Which keys must be a text. A value of another kind Claude Code skips alone: the rest of the file counts,
/// and so does what a weaker source says of that key.
/// </summary>
/// <remarks>https://github.com/anthropics/claude-code/blob/main/CHANGELOG.md: 2.1.101, 2.1.121, 2.1.122</remarks>
internal static class SettingForms
{
    private static readonly FrozenSet<string> Texts = new[]
    {
        ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport, ClaudeKeys.ApiKeyHelper, ClaudeKeys.Model,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The switch for Bedrock never: a wrong one has a finding of its own, whatever stands below it.</summary>
    public static bool IsSkipped(string key, JsonValueKind form) => form switch
    {
        JsonValueKind.String or JsonValueKind.Null => false,
        _ when Texts.Contains(key) => true,
        JsonValueKind.Object or JsonValueKind.Array =>
            key.StartsWith(ClaudeKeys.EnvironmentPrefix, StringComparison.Ordinal) && key != ClaudeKeys.UseBedrock,
        _ => false,
    };
}

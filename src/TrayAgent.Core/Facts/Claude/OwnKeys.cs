using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>The few settings that we write, remember and miss (claude-code.md 7.4). None of them is a secret.</summary>
public static class OwnKeys
{
    private static readonly FrozenSet<string> All = new[]
    {
        ClaudeKeys.AwsProfile, ClaudeKeys.AwsRegion, ClaudeKeys.UseBedrock, ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport,
        ClaudeKeys.Model, "env.ANTHROPIC_MODEL", "env.ANTHROPIC_SMALL_FAST_MODEL", "env.ANTHROPIC_DEFAULT_MODEL",
        "env.ANTHROPIC_DEFAULT_OPUS_MODEL", "env.ANTHROPIC_DEFAULT_SONNET_MODEL", "env.ANTHROPIC_DEFAULT_HAIKU_MODEL",
        "env.ANTHROPIC_DEFAULT_FABLE_MODEL", "env.CLAUDE_CODE_SUBAGENT_MODEL", "env.ANTHROPIC_BEDROCK_REGION_PREFIX",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string key) => All.Contains(key);

    /// <summary>Those of a file that can be put back as they are: a text, nothing masked in it.</summary>
    public static ImmutableDictionary<string, string> In(ClaudeSettingsLayer layer) => layer.Settings
        .Where(setting => All.Contains(setting.Key) && setting.Form == JsonValueKind.String && setting.Value.Length > 0)
        .Where(setting => !setting.Value.Contains(SecretName.Mask, StringComparison.Ordinal))
        .ToImmutableDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal);
}

using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Settings that only make sense with Bedrock, and Bedrock is not switched on: another account is billed then.</summary>
/// <remarks>A profile and a region alone are no sign: Claude Code's shell commands use them too (docs/decisions.md).</remarks>
internal static class ClaudeBedrockOff
{
    private static readonly string[] Signs =
    [
        ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport, ClaudeKeys.BearerToken, ClaudeKeys.BedrockBaseUrl,
    ];

    private static readonly string[] Models =
    [
        ClaudeKeys.Model, "env.ANTHROPIC_MODEL", "env.ANTHROPIC_DEFAULT_MODEL", "env.ANTHROPIC_DEFAULT_OPUS_MODEL",
        "env.ANTHROPIC_DEFAULT_SONNET_MODEL", "env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "env.ANTHROPIC_DEFAULT_FABLE_MODEL",
        "env.CLAUDE_CODE_SUBAGENT_MODEL", "env.ANTHROPIC_SMALL_FAST_MODEL",
    ];

    public static IEnumerable<Found> Find(Judged judged)
    {
        var claude = judged.ClaudeSettings;

        // Who wrote "0" or "" meant it, and what is no switch at all has a finding of its own.
        if (judged.Provider is not (ClaudeProvider.ApiKey or ClaudeProvider.Login)
            || claude[ClaudeKeys.UseBedrock] is not null || claude.IsOn(ClaudeKeys.UseMantle))
        {
            return [];
        }

        var sign = Signs.Select(key => claude[key]).FirstOrDefault(setting => setting is { IsSet: true } && IsWritten(setting))
            ?? Address(claude)
            ?? Models.Select(key => claude[key]).FirstOrDefault(setting => setting is not null && IsWritten(setting) && IsOfBedrock(setting.Value));
        return sign is null
            ? []
            :
            [
                new Found(new Finding(
                    FindingCodes.ClaudeBedrockOff,
                    Severity.Warning,
                    ClaudeKeys.UseBedrock,
                    $"'{sign.Source}' sets '{sign.Key}', but nothing sets 'CLAUDE_CODE_USE_BEDROCK', so Claude Code "
                    + $"does not use Bedrock and {Instead(claude)}.",
                    ClaudeRemedies.Fix(
                        judged,
                        $"Set 'CLAUDE_CODE_USE_BEDROCK' to '1' in 'env' of '{claude.UserFile}'.",
                        [new SettingsChange.Put(ClaudeKeys.UseBedrock, "1")])))
                {
                    File = sign.Source.Place,
                    Keys = [ClaudeKeys.UseBedrock],
                },
            ];
    }

    /// <summary>Set by some tools that switch between providers; for Claude Code it is another address of Anthropic's API.</summary>
    /// <remarks>https://github.com/farion1231/cc-switch</remarks>
    private static EffectiveSetting? Address(ClaudeSettings claude) =>
        claude[ClaudeKeys.AnthropicBaseUrl] is { } setting && IsWritten(setting) && BedrockAddress.Is(setting.Text) ? setting : null;

    private static string Instead(ClaudeSettings claude) =>
        Address(claude) is not null ? "takes the address in 'ANTHROPIC_BASE_URL' for one of Anthropic's"
        : ClaudeProviders.BillsApiKey(claude) ? "bills the key in 'ANTHROPIC_API_KEY'"
        : "bills another account";

    private static bool IsWritten(EffectiveSetting setting) => setting.Source.Scope != SettingsScope.Shell;

    private static bool IsOfBedrock(string model) =>
        model.Contains("anthropic.claude", StringComparison.Ordinal) || model.StartsWith("arn:aws", StringComparison.Ordinal);
}

using System.Text.Json;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>The switch for Bedrock is written in a way that not every Claude Code takes for "on".</summary>
internal static class ClaudeBedrockFlagForm
{
    /// <summary>Before, a number or truth value in <c>env</c> ended the program.</summary>
    /// <remarks>https://github.com/anthropics/claude-code/blob/main/CHANGELOG.md</remarks>
    private static readonly Version AcceptsNumbers = new(2, 1, 101);

    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Provider != ClaudeProvider.Host
        && judged.ClaudeSettings[ClaudeKeys.UseBedrock] is { } flag && Judge(judged, flag) is (var severity, var consequence)
            ?
            [
                new Found(new Finding(
                    FindingCodes.ClaudeBedrockFlagForm,
                    severity,
                    ClaudeKeys.UseBedrock,
                    $"'{flag.Source}' sets 'CLAUDE_CODE_USE_BEDROCK' to {Shown(flag)}, {consequence}.",
                    ClaudeRemedies.Fix(
                        judged,
                        "Write it as the text \"1\".",
                        [new SettingsChange.Put(ClaudeKeys.UseBedrock, "1")])))
                {
                    File = flag.Source.Place,
                },
            ]
            : [];

    private static (Severity Severity, string Consequence)? Judge(Judged judged, EffectiveSetting flag) => flag.Form switch
    {
        JsonValueKind.String => flag is { IsSet: true, Switch: null }
            ? (Severity.Warning, "which is neither on nor off for Claude Code")
            : null,
        JsonValueKind.Number or JsonValueKind.True when flag.Switch == true =>
            judged.ClaudeVersion is { } version && version < AcceptsNumbers
                ? (Severity.Error, $"and Claude Code {version} takes only texts there")
                : (Severity.Info, "and the settings ask for texts there"),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => null,
        _ => (Severity.Warning, "which is nothing that Claude Code could switch on"),
    };

    private static string Shown(EffectiveSetting flag) =>
        flag.Form == JsonValueKind.String ? $"'{flag.Value}'" : flag.Value;
}

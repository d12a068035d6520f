using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Settings that send Claude Code to two providers, or to one in a way that cannot work.</summary>
internal static class ClaudeProviderConflict
{
    private static readonly string[] Flags =
        [ClaudeKeys.UseBedrock, ClaudeKeys.UseVertex, ClaudeKeys.UseFoundry, ClaudeKeys.UseAnthropicAws];

    /// <summary>Before, what is left of a login to Anthropic was sent to Bedrock too.</summary>
    /// <remarks>https://github.com/anthropics/claude-code/blob/main/CHANGELOG.md</remarks>
    private static readonly Version IgnoresResidue = new(2, 1, 101);

    public static IEnumerable<Found> Find(Judged judged) => judged.Provider == ClaudeProvider.Host
        ? []
        : [.. TwoFlags(judged), .. UnsignedToAws(judged), .. WrongOverride(judged), .. Residue(judged)];

    private static IEnumerable<Found> TwoFlags(Judged judged)
    {
        var on = Flags.Where(judged.ClaudeSettings.IsOn).ToList();
        if (on.Count < 2)
        {
            yield break;
        }

        var others = on.Skip(1).ToImmutableArray();
        yield return Found(
            judged,
            on[1],
            Severity.Warning,
            $"{Phrase.Names(on)} are all on, and which provider Claude Code takes is not said anywhere.",
            ClaudeRemedies.Fix(
                judged,
                $"Keep '{on[0]}', and set {Phrase.Names(others)} to an empty text.",
                [.. others.Select(key => new SettingsChange.Put(key, ""))]));
    }

    private static IEnumerable<Found> UnsignedToAws(Judged judged)
    {
        if (judged.Provider == ClaudeProvider.Gateway
            && judged.ClaudeSettings.Text(ClaudeKeys.BedrockBaseUrl) is null
            && judged.ClaudeSettings.Text("env.ANTHROPIC_BEDROCK_MANTLE_BASE_URL") is null
            && judged.ClaudeSettings.Text(ClaudeKeys.BearerToken) is null)
        {
            yield return Found(
                judged,
                ClaudeKeys.SkipBedrockAuth,
                Severity.Error,
                "'CLAUDE_CODE_SKIP_BEDROCK_AUTH' is on and no gateway is set, so calls reach AWS unsigned and are refused.",
                Remedy.Advice("Set 'ANTHROPIC_BEDROCK_BASE_URL' to the gateway, or delete 'CLAUDE_CODE_SKIP_BEDROCK_AUTH'."));
        }
    }

    private static IEnumerable<Found> WrongOverride(Judged judged)
    {
        if (judged.Provider == ClaudeProvider.Bedrock
            && BedrockAddress.Is(judged.ClaudeSettings.Text(ClaudeKeys.AnthropicBaseUrl)))
        {
            yield return Found(
                judged,
                ClaudeKeys.AnthropicBaseUrl,
                Severity.Warning,
                "'ANTHROPIC_BASE_URL' names an address of Bedrock, which does not redirect Bedrock but switches functions off.",
                Remedy.Advice("Delete it; where an address of your own is needed, that is 'ANTHROPIC_BEDROCK_BASE_URL'."));
        }
    }

    private static IEnumerable<Found> Residue(Judged judged)
    {
        if (judged is { Provider: ClaudeProvider.Bedrock, ClaudeVersion: { } version } && version < IgnoresResidue)
        {
            foreach (var key in new[] { ClaudeKeys.AnthropicAuthToken, ClaudeKeys.ApiKeyHelper })
            {
                if (judged.ClaudeSettings.Text(key) is not null)
                {
                    yield return Found(
                        judged,
                        key,
                        Severity.Error,
                        $"'{key}' is set, and Claude Code {version} sends it to Bedrock, which refuses it.",
                        ClaudeRemedies.Update);
                }
            }
        }
    }

    private static Found Found(Judged judged, string key, Severity severity, string message, Remedy remedy) =>
        new(new Finding(FindingCodes.ClaudeProviderConflict, severity, key, message, remedy))
        {
            File = judged.ClaudeSettings[key]?.Source.Place,
        };
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What a shell would hand to Claude Code, as far as it decides over provider, identity, region, model and network.</summary>
public static class ShellVariables
{
    /// <summary>Of these only that they are set.</summary>
    private static readonly FrozenSet<string> Credentials = new[]
    {
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_BEARER_TOKEN_BEDROCK",
        "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_CUSTOM_HEADERS", "CLAUDE_CODE_OAUTH_TOKEN",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>As <c>env.NAME</c>, ordinal by name.</summary>
    public static ImmutableArray<ClaudeSetting> Of(IEnumerable<KeyValuePair<string, string>> environment) =>
    [
        .. environment
            .Where(variable => Credentials.Contains(variable.Key) || ShownSettings.IsShownVariable(variable.Key))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => Setting(ClaudeKeys.EnvironmentPrefix + variable.Key, variable.Value)),
    ];

    private static ClaudeSetting Setting(string key, string value) =>
        new(key, ShownSettings.Of(key, value), JsonValueKind.String, null);
}

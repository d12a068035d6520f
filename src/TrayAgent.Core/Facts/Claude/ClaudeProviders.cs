namespace TrayAgent.Core.Facts.Claude;

/// <summary>Which provider Claude Code takes.</summary>
public static class ClaudeProviders
{
    private static readonly string[] KeySources =
    [
        ClaudeKeys.AnthropicAuthToken, ClaudeKeys.AnthropicApiKey, ClaudeKeys.ApiKeyHelper, "env.CLAUDE_CODE_OAUTH_TOKEN",
    ];

    /// <summary>A key that Bedrock passes over is paid for as soon as the switch for Bedrock is gone, and nothing says so.</summary>
    public static bool BillsApiKey(ClaudeSettings claude) => Of(claude) == ClaudeProvider.ApiKey
        && claude.Text(ClaudeKeys.AnthropicApiKey) is not null && claude.Text(ClaudeKeys.AnthropicAuthToken) is null;

    /// <remarks>With several flags on the order is nowhere documented; that is a finding of its own.</remarks>
    public static ClaudeProvider Of(ClaudeSettings claude) =>
        claude.IsOn(ClaudeKeys.ManagedByHost) ? ClaudeProvider.Host
        : claude.IsOn(ClaudeKeys.UseBedrock)
            ? claude.IsOn(ClaudeKeys.SkipBedrockAuth) ? ClaudeProvider.Gateway : ClaudeProvider.Bedrock
        : claude.IsOn(ClaudeKeys.UseVertex) ? ClaudeProvider.Vertex
        : claude.IsOn(ClaudeKeys.UseFoundry) ? ClaudeProvider.Foundry
        : claude.IsOn(ClaudeKeys.UseAnthropicAws) ? ClaudeProvider.AnthropicAws
        : KeySources.Any(key => claude.Text(key) is not null) ? ClaudeProvider.ApiKey
        : ClaudeProvider.Login;
}

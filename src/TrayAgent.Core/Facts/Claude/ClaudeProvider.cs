namespace TrayAgent.Core.Facts.Claude;

/// <summary>Who serves the models that Claude Code calls.</summary>
/// <remarks>https://code.claude.com/docs/en/authentication</remarks>
public enum ClaudeProvider
{
    /// <summary>Amazon Bedrock, signed with an AWS identity.</summary>
    Bedrock,

    /// <summary>Amazon Bedrock behind a gateway that signs: <c>CLAUDE_CODE_SKIP_BEDROCK_AUTH</c>.</summary>
    Gateway,

    Vertex,
    Foundry,

    /// <summary>Claude Platform on AWS.</summary>
    AnthropicAws,

    /// <summary>Anthropic's API with a key, a token or <c>apiKeyHelper</c>.</summary>
    ApiKey,

    /// <summary>Anthropic's API with a login.</summary>
    Login,

    /// <summary>A program that embeds Claude Code decides, and settings do not count.</summary>
    Host,
}

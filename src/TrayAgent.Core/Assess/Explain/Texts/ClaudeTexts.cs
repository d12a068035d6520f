using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>What Claude Code puts around an error of AWS; it cannot tell "expired" from "denied", the session's state can.</summary>
internal static class ClaudeTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "claude-authentication",
            ErrorWeight.Wrapper,
            "AWS refused a call of Claude Code, which cannot tell whether something has expired or is not permitted.",
            PermissionReplies.Unclear,
            "AWS credentials expired or invalid",
            "AWS authentication failed",
            "if credentials are current, check AWS permissions and model access",
            "API Error: 403",
            "API Error: 401"),
        new(
            "anthropic-key-refused",
            ErrorWeight.Definite,
            "Anthropic's own service refused a key: that call did not go to Bedrock, and AWS has nothing to do with it.",
            ClaudeReplies.NotBedrock,
            "invalid x-api-key",
            "Invalid API key · Please run /login"),
        new(
            "claude-waits-for-aws",
            ErrorWeight.Wrapper,
            "Claude Code waited a minute for an answer of AWS while Bedrock was set up.",
            NetworkReplies.Unreachable,
            "Timed out after 60s waiting for AWS"),
    ];
}

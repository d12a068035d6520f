using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>The keys of a role, and where they were looked for.</summary>
internal static class KeyTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "keys-expired",
            ErrorWeight.Definite,
            "The keys that a request was signed with have expired.",
            KeyReplies.Refused,
            "The security token included in the request is expired"),
        new(
            "keys-invalid",
            ErrorWeight.Definite,
            "AWS does not know the keys that a request was signed with: they are old or from somewhere else.",
            KeyReplies.Refused,
            "The security token included in the request is invalid",
            "UnrecognizedClientException",
            "InvalidClientTokenId"),
        new(
            "bearer-key-refused",
            ErrorWeight.Definite,
            "Bedrock does not accept the API key ('AWS_BEARER_TOKEN_BEDROCK') that was sent: it has expired, is mistyped, or is for another region.",
            KeyReplies.BearerRefused,
            "Bearer Token has expired",
            "Authentication failed: Please make sure your API Key is valid",
            "Invalid API Key format: Must start with pre-defined prefix",
            "Message: Authorization header is missing"),
        new(
            "no-credentials",
            ErrorWeight.Definite,
            "No source of AWS credentials gave any.",
            KeyReplies.None,
            "Could not load credentials from any providers",
            "Unable to locate credentials",
            "NoCredentials",
            "NoCredentialsError"),
        new(
            "credentials-timeout",
            ErrorWeight.Definite,
            "A source of AWS credentials did not answer within a minute: a 'credential_process', or the service for EC2 instances.",
            KeyReplies.Slow,
            "AWS default-chain credential resolve timed out"),
        new(
            "several-sources",
            ErrorWeight.Definite,
            "Both access keys in the environment and a profile are set, and tools disagree on which of them they use.",
            KeyReplies.Several,
            "Multiple credential sources detected",
            "This SDK will proceed with the AWS_PROFILE value"),
        new(
            "clock",
            ErrorWeight.Definite,
            "The clock of this machine is so wrong that AWS takes a request for an old or a future one.",
            KeyReplies.Clock,
            "Signature expired",
            "Signature not yet current",
            "RequestTimeTooSkewed"),
    ];
}

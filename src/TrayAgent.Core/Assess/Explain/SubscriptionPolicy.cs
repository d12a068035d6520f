using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>What the first call of a model needs, which subscribes the account to it in AWS Marketplace.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html</remarks>
internal static class SubscriptionPolicy
{
    public static ImmutableArray<string> Lines { get; } =
    [
        "{",
        "  \"Version\": \"2012-10-17\",",
        "  \"Statement\": [",
        "    {",
        "      \"Effect\": \"Allow\",",
        "      \"Action\": [",
        "        \"aws-marketplace:ViewSubscriptions\",",
        "        \"aws-marketplace:Subscribe\"",
        "      ],",
        "      \"Resource\": \"*\",",
        "      \"Condition\": { \"StringEquals\": { \"aws:CalledViaLast\": \"bedrock.amazonaws.com\" } }",
        "    }",
        "  ]",
        "}",
    ];
}

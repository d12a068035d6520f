using System.Collections.Immutable;

namespace TrayAgent.Core.Assess;

/// <summary>The least that a role needs for Claude Code on Bedrock, to hand to an administrator.</summary>
/// <remarks>https://code.claude.com/docs/en/amazon-bedrock#iam-configuration</remarks>
public static class MinimumPolicy
{
    /// <param name="region">Decides the partition in the ARNs; null: the commercial one.</param>
    public static ImmutableArray<string> Lines(string? region)
    {
        var arn = $"arn:{Partition(region)}:bedrock";
        return
        [
            "{",
            "  \"Version\": \"2012-10-17\",",
            "  \"Statement\": [",
            "    {",
            "      \"Sid\": \"CallClaude\",",
            "      \"Effect\": \"Allow\",",
            "      \"Action\": [",
            "        \"bedrock:InvokeModel\",",
            "        \"bedrock:InvokeModelWithResponseStream\",",
            "        \"bedrock:GetInferenceProfile\"",
            "      ],",
            "      \"Resource\": [",
            $"        \"{arn}:*:*:inference-profile/*\",",
            $"        \"{arn}:*:*:application-inference-profile/*\",",
            $"        \"{arn}:*::foundation-model/*\"",
            "      ]",
            "    },",
            "    {",
            "      \"Sid\": \"ListModels\",",
            "      \"Effect\": \"Allow\",",
            "      \"Action\": [",
            "        \"bedrock:ListInferenceProfiles\",",
            "        \"bedrock:ListFoundationModels\"",
            "      ],",
            "      \"Resource\": \"*\"",
            "    }",
            "  ]",
            "}",
        ];
    }

    private static string Partition(string? region) =>
        region is null ? "aws"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("eusc-", StringComparison.Ordinal) ? "aws-eusc"
        : "aws";
}

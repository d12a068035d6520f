using System.Collections.Immutable;
using TrayAgent.Act.Aws;
using TrayAgent.Core.Facts;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.Children;

/// <summary>The environment of the <c>aws</c> children: whatever could send them elsewhere or give them another identity is gone.</summary>
internal static class ChildEnvironment
{
    private const string EndpointPrefix = "AWS_ENDPOINT_URL";
    private const string DataPath = "AWS_DATA_PATH";

    private static readonly ImmutableArray<string> NeverPassed =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "AWS_SECURITY_TOKEN", "AWS_BEARER_TOKEN_BEDROCK", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    ];

    public static ImmutableDictionary<string, string> Of(ProcessEnvironment environment, AgentSettings settings)
    {
        var overrides = Names(environment, EndpointPrefix);
        var keepsOverrides = settings.LoopbackEndpoints == LoopbackEndpoints.Used
            && overrides.Length > 0
            && overrides.All(name => Loopback.Parse(environment.Variables[name]) is not null);
        var child = environment.Variables
            .RemoveRange(NeverPassed)
            .SetItem("AWS_PAGER", "")
            .SetItem("AWS_CLI_AUTO_PROMPT", "off");

        // The variable also silences 'endpoint_url' in the config file, which could lead a token to any host.
        return keepsOverrides
            ? child
            : child.RemoveRange(overrides).Remove(DataPath).SetItem("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    }

    private static ImmutableArray<string> Names(ProcessEnvironment environment, string prefix) =>
        [.. environment.Variables.Keys.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))];
}

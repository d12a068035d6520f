using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Settings;

/// <summary>The agent's own settings; every key is optional, a wrong value keeps its default and is named.</summary>
internal sealed record AgentSettings
{
    public static AgentSettings Default { get; } = new();

    public Policy Policy { get; init; } = Policy.Default;

    /// <summary><c>allowLoopbackEndpoints</c>: tests and the demo use endpoint overrides that name this machine.</summary>
    public LoopbackEndpoints LoopbackEndpoints { get; init; } = LoopbackEndpoints.Ignored;

    /// <summary><c>awsCli</c>: full path of the AWS CLI to use instead of the one on the PATH.</summary>
    public string? AwsCli { get; init; }

    /// <summary><c>trustedSignInHosts</c>: further hosts whose sign-in pages may be opened (a company's own start page).</summary>
    public ImmutableArray<string> TrustedSignInHosts { get; init; } = [];

    /// <summary>Wrong values, with file and line.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];
}

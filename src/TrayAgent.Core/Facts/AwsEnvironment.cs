using System.Collections.Immutable;

namespace TrayAgent.Core.Facts;

/// <summary>What the environment says about AWS. Access keys are recorded as "set", never as values.</summary>
public sealed record AwsEnvironment
{
    public static AwsEnvironment Empty { get; } = new();

    /// <summary><c>AWS_PROFILE</c>, else <c>AWS_DEFAULT_PROFILE</c>; null when neither is set or both are empty.</summary>
    public string? Profile { get; init; }

    /// <summary>Which of <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>, <c>AWS_SESSION_TOKEN</c> are set and not empty.</summary>
    public ImmutableArray<string> CredentialVariables { get; init; } = [];

    /// <summary><c>AWS_ENDPOINT_URL*</c> variables, ordinal by name.</summary>
    public ImmutableArray<EndpointOverride> EndpointOverrides { get; init; } = [];

    /// <summary>The agent's setting <c>allowLoopbackEndpoints</c>; overrides that it permits are no finding.</summary>
    public LoopbackEndpoints LoopbackEndpoints { get; init; } = LoopbackEndpoints.Ignored;
}

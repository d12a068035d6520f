using System.Collections.Immutable;

namespace TrayAgent.Act.Oidc;

/// <summary>This machine's client registration for one session; holds a secret and prints as <c>***</c>.</summary>
internal sealed record RegisteredClient
{
    public required string Id { get; init; }

    public required string Secret { get; init; }

    /// <summary>After it nothing can be refreshed that was obtained with it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Empty for a client that gets no refresh token.</summary>
    public required ImmutableArray<string> Scopes { get; init; }

    public required RegistrationKind Kind { get; init; }

    public override string ToString() => "***";
}

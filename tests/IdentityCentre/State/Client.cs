using System.Collections.Immutable;

namespace TrayAgent.Loopback.State;

/// <summary>A client registered with sso-oidc.</summary>
internal sealed record Client(string ClientId, string ClientSecret, string Name, DateTimeOffset ExpiresAt)
{
    public ImmutableArray<string> Scopes { get; init; } = [];

    public ImmutableArray<string> GrantTypes { get; init; } = [];

    public ImmutableArray<string> RedirectUris { get; init; } = [];

    public string? IssuerUrl { get; init; }

    /// <summary>Only a client that asked for scopes gets one-hour tokens with a refresh token.</summary>
    public bool IsRefreshable => Scopes.Length > 0 && MayUse(Oidc.GrantTypes.RefreshToken);

    // The AWS CLI registers a device client without any grant type.
    public bool MayUse(string grantType) =>
        GrantTypes.IsEmpty ? grantType != Oidc.GrantTypes.AuthorizationCode : GrantTypes.Contains(grantType);
}

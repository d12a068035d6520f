namespace TrayAgent.Core.Facts.Aws;

/// <summary>An OIDC client registration in the SSO cache (about 90 days); holds no secret.</summary>
public sealed record ClientRegistration
{
    /// <summary>Null when the file does not say or the value is no date.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>grantTypes</c> contains <c>authorization_code</c>: made for PKCE, else for the device flow.</summary>
    public bool IsForPkce { get; init; }

    public bool HasScopes { get; init; }
}

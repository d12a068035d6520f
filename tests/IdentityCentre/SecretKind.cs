namespace TrayAgent.Loopback;

/// <summary>The secrets that pass through the identity centre, by the field that holds them.</summary>
public enum SecretKind
{
    AccessToken,
    RefreshToken,
    ClientSecret,
    DeviceCode,
    AuthorizationCode,

    /// <summary>Of PKCE: the client makes it, and only shows it here.</summary>
    CodeVerifier,
    SecretAccessKey,
    SessionToken,
}

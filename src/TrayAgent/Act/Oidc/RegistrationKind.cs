namespace TrayAgent.Act.Oidc;

/// <summary>What a client is registered for; the service accepts it for nothing else.</summary>
internal enum RegistrationKind
{
    DeviceCode,

    /// <summary>The authorization code flow with PKCE.</summary>
    AuthorizationCode,
}

namespace TrayAgent.Loopback.State;

/// <summary>A code that a browser carried to the client's callback (PKCE, RFC 7636).</summary>
internal sealed record AuthorizationCode(
    Client Client, string RedirectUri, string CodeChallenge, PortalSession Session, DateTimeOffset ExpiresAt);

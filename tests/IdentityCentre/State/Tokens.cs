namespace TrayAgent.Loopback.State;

/// <summary>What a portal call presents as <c>x-amz-sso_bearer_token</c>.</summary>
internal sealed record AccessToken(PortalSession Session, DateTimeOffset ExpiresAt);

/// <summary>A refresh token; superseded as soon as it was exchanged for a new one.</summary>
internal sealed class RefreshToken(Client client, PortalSession session)
{
    public Client Client { get; } = client;

    public PortalSession Session { get; } = session;

    public bool IsSuperseded { get; set; }
}

namespace TrayAgent.Loopback;

/// <summary>What happens to a refresh token that has been exchanged for a new one.</summary>
public enum RefreshTokenPolicy
{
    /// <summary>It keeps working while the portal session lives.</summary>
    Lenient,

    /// <summary>It is refused with <c>invalid_grant</c>; the session lives on.</summary>
    Strict,

    /// <summary>Using it again revokes the whole portal session (RFC 9700, 4.14.2).</summary>
    Punishing,
}

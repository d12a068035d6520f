namespace TrayAgent.Loopback;

/// <summary>Why a portal session ended before its absolute end.</summary>
public enum SessionEnd
{
    Logout,
    Revoked,
    RefreshTokenReuse,
}

namespace TrayAgent.Act.Aws;

/// <summary>Why AWS SSO OIDC gave no token, client or code.</summary>
internal enum OidcFault
{
    None,

    /// <summary>Nobody has approved yet.</summary>
    AuthorizationPending,

    /// <summary>We ask too often: each interval must become five seconds longer.</summary>
    SlowDown,

    /// <summary>The device code or the authorization code has expired.</summary>
    ExpiredToken,

    /// <summary>The person denied it on the page.</summary>
    AccessDenied,

    /// <summary>On a refresh: the portal session is over, or another program spent the token. On a sign-in: wrong place.</summary>
    InvalidGrant,

    /// <summary>The registration is unknown or has expired.</summary>
    InvalidClient,

    /// <summary>The registration is not for this kind of grant.</summary>
    UnauthorizedClient,

    InvalidRequest,

    InvalidScope,

    /// <summary>429.</summary>
    Throttled,

    /// <summary>5xx.</summary>
    Failing,

    /// <summary>No network, no host, no trusted certificate, or no answer in time.</summary>
    Unreachable,

    /// <summary>An answer that makes no sense.</summary>
    Unexpected,
}

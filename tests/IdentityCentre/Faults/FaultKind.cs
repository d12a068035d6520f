namespace TrayAgent.Loopback;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    // These come before the work: nothing changes at the centre.

    /// <summary>429</summary>
    Throttle,

    /// <summary>500</summary>
    ServerError,

    /// <summary>400 invalid_grant, though the grant is good.</summary>
    InvalidGrant,

    /// <summary>401, though the access token is good.</summary>
    Unauthorized,

    /// <summary>Every live portal session is revoked before the request is looked at.</summary>
    RevokedSession,

    /// <summary>No answer until released; then the request is worked on.</summary>
    Hang,

    // These come after the work: a refresh token has been exchanged, but the client does not learn the new one.

    /// <summary>The work is done, its answer held back until released.</summary>
    HangAnswer,

    /// <summary>The work is done, its answer is a 500.</summary>
    ServerErrorAfterWork,

    CutAfterHeaders,

    CutMidBody,

    /// <summary>One byte at a time, <see cref="Fault.Pause"/> apart.</summary>
    Slow,

    /// <summary>A right answer with 10 MB of padding before its fields.</summary>
    HugeBody,

    /// <summary>A few kilobytes of gzip that unpack to 100 MB.</summary>
    GzipBomb,

    /// <summary>A sign-in page of a hotel where JSON should be.</summary>
    NotJson,

    /// <summary>JSON whose fields have other types.</summary>
    WrongTypes,

    MissingRefreshToken,

    /// <summary><c>expiresIn</c> is <see cref="Fault.Number"/>.</summary>
    ExpiresIn,
}

namespace TrayAgent.Core.Decide;

public enum RefreshResult
{
    /// <summary>A new token is in the file, written by us.</summary>
    Refreshed,

    /// <summary>Another program had refreshed it meanwhile.</summary>
    FoundFresh,

    /// <summary><c>invalid_grant</c>, also after reading the file once more: the portal session is over.</summary>
    Refused,

    /// <summary>
    /// <c>invalid_client</c> or <c>unauthorized_client</c>: the registration is dead and a person is needed,
    /// but nothing was learned about the session's end.
    /// </summary>
    ClientRefused,

    /// <summary>No network: nobody could be asked.</summary>
    Unreachable,

    /// <summary>429, 5xx, or an answer that makes no sense.</summary>
    Failing,

    /// <summary>The disk is full, read-only or refused: the service was not asked, or the new token could not be stored.</summary>
    NotWritten,

    /// <summary>The token file went away meanwhile.</summary>
    SignedOut,

    /// <summary>Somebody else tried less than a minute ago and failed; nothing was asked.</summary>
    Waited,
}

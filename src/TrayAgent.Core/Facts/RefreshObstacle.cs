namespace TrayAgent.Core.Facts;

/// <summary>Why a token could not be refreshed.</summary>
public enum RefreshObstacle
{
    /// <summary>Nobody could be asked.</summary>
    NoNetwork,

    /// <summary>The service had no answer to it.</summary>
    NoAnswer,

    /// <summary>There is no room for the new token, so the service was not asked.</summary>
    NotWritable,

    /// <summary>The service does not know the client registration any more: a person is needed.</summary>
    ClientRefused,

    /// <summary>
    /// The portal session was asked to end, and the answer was not seen: the process was killed, or the network went.
    /// A refresh would tell; until then not even an unexpired token is known to be good.
    /// </summary>
    EndInDoubt,
}

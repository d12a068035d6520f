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
}

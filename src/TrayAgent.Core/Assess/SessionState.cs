namespace TrayAgent.Core.Assess;

/// <summary>The state of a session, as design 3 defines it.</summary>
public enum SessionState
{
    /// <summary>The access token is unexpired and not known to be refused.</summary>
    Valid,

    /// <summary>Otherwise, with the refresh fields, a live registration and no recorded refusal.</summary>
    Refreshable,

    /// <summary>Neither: a person is needed.</summary>
    SignInNeeded,

    /// <summary>There is no token file.</summary>
    SignedOut,

    /// <summary>Unreadable for three seconds, or expired and the refresh failed for want of a network or of an answer.</summary>
    Unknown,
}

namespace TrayAgent.Core.Facts.Online;

/// <summary>How one question of the doctor turned out.</summary>
public enum OnlineResult
{
    Fine,

    /// <summary>It was not asked, or the answer says nothing.</summary>
    Skipped,

    /// <summary>The session is over; what it is about is said by the findings about tokens.</summary>
    SignInNeeded,

    /// <summary>The answer is wrong in itself: another account, another time.</summary>
    Mismatch,

    /// <summary>A permission is missing, or a role is not assigned.</summary>
    NotPermitted,

    /// <summary>An explicit deny, which no further permission can undo.</summary>
    Forbidden,

    /// <summary>The certificate that was shown is not trusted.</summary>
    Untrusted,

    Unreachable,

    /// <summary>Something has to be done once for the whole account.</summary>
    NotEnabled,
}

namespace TrayAgent.Core.Decide;

/// <summary>How a sign-in, a renewal or a sign-out ended.</summary>
/// <param name="Session">The session's name.</param>
/// <param name="Result">What happened.</param>
/// <param name="Text">A full sentence for people; on success it names the identity.</param>
public sealed record SignInOutcome(string Session, SignInResult Result, string Text)
{
    /// <summary>
    /// Hash (<see cref="Facts.Aws.SsoToken.Fingerprint"/>) of a token that is dead although its file may still say otherwise:
    /// its portal session was ended, or the service refused it; null when there is none.
    /// </summary>
    public string? RefusedFingerprint { get; init; }

    /// <summary>A portal session began with this sign-in: no earlier one can have been alive.</summary>
    public bool StartedPortalSession { get; init; }

    /// <summary>Signed out, but a file of the session could not be removed; the text says which, and why.</summary>
    public bool LeftFiles { get; init; }
}

namespace TrayAgent.Core.Decide;

/// <summary>How the refresh of a session's token ended.</summary>
/// <param name="Session">The session's name.</param>
/// <param name="Result">What happened.</param>
/// <param name="Text">A full sentence for people.</param>
public sealed record RefreshOutcome(string Session, RefreshResult Result, string Text)
{
    /// <summary>
    /// The session's start URL as the config writes it: lengths are observed per start URL, whatever the session is called.
    /// Null when there is none; then a refusal teaches nothing.
    /// </summary>
    public required string? StartUrl { get; init; }

    /// <summary>Of the token that was to be refreshed (<see cref="Facts.Aws.SsoToken.Fingerprint"/>).</summary>
    public string? Fingerprint { get; init; }

    /// <summary>
    /// Nobody saw the answer to the attempt before this one, as when its process was killed: it may have spent the token,
    /// and then a refusal says nothing about the session.
    /// </summary>
    public bool FollowsUnanswered { get; init; }

    /// <summary>The service's Date minus the clock of this machine, when an answer told it.</summary>
    public TimeSpan? ClockSkew { get; init; }
}

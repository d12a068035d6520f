namespace TrayAgent.Core.Assess.Rules;

/// <summary>A session that matters needs a person.</summary>
internal static class TokenSignInNeeded
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Mattering
        .Where(status => status.NeedsPerson)
        .Select(status => new Found(new Finding(
            FindingCodes.TokenSignInNeeded,
            Severity.Error,
            status.Name,
            $"The session '{status.Name}' {Reason(status, judged)}.",
            Remedies.SignIn(status.Session)))
        {
            Session = status.Name,
            Profiles = status.Session.Profiles,
        });

    private static string Reason(SessionStatus status, Judged judged) => status switch
    {
        { State: SessionState.SignedOut } => "is signed out",
        { Token: { HasRefreshToken: true } token } when token.ExpiresAt <= judged.Now =>
            $"{(status.IsRefused ? "was refused by AWS" : "cannot be refreshed any more")}, and its access token ended at "
            + Phrase.Time(token.ExpiresAt, judged.Now, judged.Snapshot.Zone),
        { Token: { } token } when token.ExpiresAt <= judged.Now =>
            $"ended at {Phrase.Time(token.ExpiresAt, judged.Now, judged.Snapshot.Zone)}",
        { Token: { } token } => "was refused by AWS, although its access token runs until "
            + Phrase.Time(token.ExpiresAt, judged.Now, judged.Snapshot.Zone),
        _ => "has no usable token",
    };
}

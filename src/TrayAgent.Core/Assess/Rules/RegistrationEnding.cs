namespace TrayAgent.Core.Assess.Rules;

/// <summary>The client registration ends before the session does; from then on nothing is refreshed.</summary>
internal static class RegistrationEnding
{
    /// <summary>When nobody knows the end, and how near it is a warning: earlier it is only worth knowing.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(1);

    public static IEnumerable<Found> Find(Judged judged) => judged.Mattering
        .Where(status => status.Works)
        .SelectMany(status => status.Token is { HasRefreshToken: true, RegistrationExpiresAt: { } end }
            && IsDue(status, end, judged.Now)
            ? new[] { Found(status, end, judged) }
            : []);

    private static bool IsDue(SessionStatus status, DateTimeOffset end, DateTimeOffset now) =>
        status is { IsRefreshable: true, End: { } sessionEnd } ? end < sessionEnd.Latest : IsNear(end, now);

    private static bool IsNear(DateTimeOffset end, DateTimeOffset now) => end <= now.Plus(Near);

    private static Found Found(SessionStatus status, DateTimeOffset end, Judged judged) => new(new Finding(
        FindingCodes.RegistrationEnding,
        IsNear(end, judged.Now) ? Severity.Warning : Severity.Info,
        status.Name,
        $"The client registration of '{status.Name}' ends at {Phrase.Time(end, judged.Now, judged.Snapshot.Zone)}, "
        + "and without one its token cannot be refreshed. Renewing makes a new one.",
        Remedies.Renew(status.Session)))
    {
        Session = status.Name,
    };
}

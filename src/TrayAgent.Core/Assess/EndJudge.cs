using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>Estimates the end of a living session; null is the honest answer more often than not.</summary>
internal static class EndJudge
{
    private const string AllOthers = "*";

    private const int Remembered = 5;

    public static EstimatedEnd? Judge(
        SsoSession session, SsoToken token, bool refreshable, SessionHistory history, Snapshot snapshot, Policy policy)
    {
        var end = !refreshable ? EstimatedEnd.At(token.ExpiresAt, EndBasis.Token)
            : history.SignedInAt is not { } signedInAt ? null
            : Configured(session, policy) is { } duration
                ? EstimatedEnd.At(signedInAt.Plus(duration), EndBasis.Configured)
                : Observed(signedInAt, session, snapshot);

        // The session lives on, so an estimate that lies in the past has proven wrong.
        return end is not null && end.Latest > snapshot.Now ? end : null;
    }

    private static TimeSpan? Configured(SsoSession session, Policy policy) =>
        policy.SessionDurations.TryGetValue(session.Name, out var own) ? own
        : policy.SessionDurations.TryGetValue(AllOthers, out var others) ? others
        : null;

    private static EstimatedEnd? Observed(DateTimeOffset signedInAt, SsoSession session, Snapshot snapshot)
    {
        if (session.StartUrl is not { } startUrl
            || !snapshot.Observed.TryGetValue(StartUrls.Key(startUrl), out var observed)
            || observed.IsDefaultOrEmpty)
        {
            return null;
        }

        var last = observed.TakeLast(Remembered).ToList();
        var shortest = last.OrderBy(length => length.AtLeast).ThenBy(length => length.AtMost).First();
        return new EstimatedEnd(
            signedInAt.Plus(shortest.AtLeast), signedInAt.Plus(shortest.AtMost), EndBasis.Observed, last.Count);
    }
}

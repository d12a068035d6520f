using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>Estimates the end of a living session; null is the honest answer more often than not.</summary>
internal static class EndJudge
{
    private const string AllOthers = "*";

    private const int Remembered = 5;

    public static EstimatedEnd? Judge(
        SsoSession session, SsoToken token, bool refreshable, SessionHistory history, Policy policy, DateTimeOffset now)
    {
        var end = !refreshable ? EstimatedEnd.At(token.ExpiresAt, EndBasis.Token)
            : history.SignedInAt is not { } signedInAt ? null
            : Configured(session, policy) is { } duration
                ? EstimatedEnd.At(signedInAt.Plus(duration), EndBasis.Configured)
                : Observed(signedInAt, history);

        // The session lives on, so an estimate that lies in the past has proven wrong.
        return end is not null && end.Latest > now ? end : null;
    }

    private static TimeSpan? Configured(SsoSession session, Policy policy) =>
        policy.SessionDurations.TryGetValue(session.Name, out var own) ? own
        : policy.SessionDurations.TryGetValue(AllOthers, out var others) ? others
        : null;

    private static EstimatedEnd? Observed(DateTimeOffset signedInAt, SessionHistory history)
    {
        if (history.Observed.IsDefaultOrEmpty)
        {
            return null;
        }

        var last = history.Observed.TakeLast(Remembered).ToList();
        var shortest = last.OrderBy(length => length.AtLeast).ThenBy(length => length.AtMost).First();
        return new EstimatedEnd(
            signedInAt.Plus(shortest.AtLeast), signedInAt.Plus(shortest.AtMost), EndBasis.Observed, last.Count);
    }
}

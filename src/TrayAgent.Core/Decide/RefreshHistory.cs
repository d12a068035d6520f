using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide;

/// <summary>What is remembered of a refresh, and what a refusal teaches about the length of portal sessions.</summary>
public static class RefreshHistory
{
    /// <summary>Between the last success and the refusal; longer than this the machine slept, and nobody knows when it ended.</summary>
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(65);

    private const int Kept = 5;

    public static SessionHistory AfterRefresh(this SessionHistory history, RefreshOutcome outcome, DateTimeOffset now) =>
        outcome.Result switch
        {
            RefreshResult.Refreshed or RefreshResult.FoundFresh => history with { LastUsedAt = now, Failure = null },
            RefreshResult.Refused when outcome.Fingerprint is { } dead =>
                history with
                {
                    Refused = history.Refused.Add(dead),
                    PerhapsSpent = IsPerhapsSpent(history, outcome, dead) ? history.PerhapsSpent.Add(dead) : history.PerhapsSpent,
                    Failure = null,
                },
            RefreshResult.ClientRefused => Failed(history, outcome, RefreshObstacle.ClientRefused, now),
            RefreshResult.Unreachable => Failed(history, outcome, RefreshObstacle.NoNetwork, now),
            RefreshResult.Failing => Failed(history, outcome, RefreshObstacle.NoAnswer, now),
            RefreshResult.NotWritten => Failed(history, outcome, RefreshObstacle.NotWritable, now),
            _ => history,
        };

    /// <summary>
    /// Adds what the first refusal of a session tells. Only a sign-in that was seen to start a portal session counts,
    /// and a token that was refused before, or that we signed out ourselves, tells nothing. Nor does one whose last exchange
    /// failed: the service may have spent it, or been asked to end its session, so that the refusal is our own doing.
    /// </summary>
    public static ImmutableDictionary<string, ImmutableArray<ObservedLength>> WithRefusal(
        this ImmutableDictionary<string, ImmutableArray<ObservedLength>> observed,
        SessionHistory before,
        RefreshOutcome outcome,
        DateTimeOffset now)
    {
        if (outcome is not { Result: RefreshResult.Refused, FollowsUnanswered: false, StartUrl: { } startUrl, Fingerprint: { } dead }
            || before.Refused.Contains(dead)
            || before.Failure?.Fingerprint == dead
            || before is not { SignedInAt: { } start, LastUsedAt: { } lastUse }
            || lastUse < start
            || now <= lastUse
            || now - lastUse > LongestInterval)
        {
            return observed;
        }

        var key = StartUrls.Key(startUrl);
        var length = new ObservedLength(lastUse - start, now - start);
        return observed.SetItem(
            key, [.. observed.GetValueOrDefault(key, []).TakeLast(Kept - 1), length]);
    }

    /// <summary>The last exchange of it got no answer: the service may have given the new token to nobody.</summary>
    private static bool IsPerhapsSpent(SessionHistory history, RefreshOutcome outcome, string dead) =>
        outcome.FollowsUnanswered
        || (history.Failure is { Obstacle: not RefreshObstacle.EndInDoubt } failure && failure.Fingerprint == dead);

    private static SessionHistory Failed(
        SessionHistory history, RefreshOutcome outcome, RefreshObstacle obstacle, DateTimeOffset now) =>
        outcome.Fingerprint is { } fingerprint && !IsInDoubt(history, fingerprint, obstacle)
            ? history with { Failure = new RefreshFailure(fingerprint, obstacle, now, outcome.Text) }
            : history;

    /// <summary>That a session may have been ended is not made untrue by a refresh that learned nothing.</summary>
    private static bool IsInDoubt(SessionHistory history, string fingerprint, RefreshObstacle obstacle) =>
        obstacle != RefreshObstacle.ClientRefused
        && history.Failure is { Obstacle: RefreshObstacle.EndInDoubt } doubt && doubt.Fingerprint == fingerprint;
}

using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Decide;

/// <summary>Sees sessions end and come back, whoever did it.</summary>
internal static class Transitions
{
    /// <summary>What a need is known by: the dead token's fingerprint, or nothing when there is none.</summary>
    public static string NeedOf(SessionStatus status) => status.Token?.Fingerprint ?? "";

    public static SessionMemory Needing(SessionMemory session, SessionStatus status, Snapshot snapshot) => session with
    {
        Need = NeedOf(status),
        IsPortalOver = (session.Need is not null && session.IsPortalOver)
            || status.Token is not { HasRefreshToken: true } token
            || HistoryOf(snapshot, status).ProvesEnd(token.Fingerprint),
    };

    public static (Memory Memory, Assessment Assessment) Apply(
        Memory memory, Assessment assessment, Policy policy, ImmutableArray<Effect>.Builder effects)
    {
        var histories = assessment.Snapshot.History;
        foreach (var status in assessment.Sessions)
        {
            var session = memory[status.Name];
            if (status.NeedsPerson)
            {
                memory = memory.With(status.Name, Needing(session, status, assessment.Snapshot));
            }
            else if (status.Works && session.Need is { } need && need != NeedOf(status))
            {
                memory = memory.With(status.Name, session with
                {
                    Need = null,
                    IsPortalOver = false,
                    ToldNeed = null,
                    RemindAt = null,
                });
                var history = After(assessment.Snapshot, status, session, memory.DecidedAt);
                histories = histories.SetItem(status.Name, history);
                effects.Add(new Effect.RememberHistory(status.Name, history));
            }
        }

        // A new sign-in moves the estimated end, and nobody is to be warned of the old one.
        return histories == assessment.Snapshot.History
            ? (memory, assessment)
            : (memory, Assessor.Assess(assessment.Snapshot with { History = histories }, policy));
    }

    private static SessionHistory After(
        Snapshot snapshot, SessionStatus status, SessionMemory session, DateTimeOffset? lastDecision)
    {
        // Who signed in himself said so since, and knows it better.
        var known = HistoryOf(snapshot, status).SignedInAt;
        var seen = session.IsPortalOver
            ? SignInHistory.SignedInAt(lastDecision, snapshot.Cache[status.Session.CacheFileName]?.WrittenAt, snapshot.Now)
            : null;
        return SignInHistory.AfterSignIn(known >= lastDecision ? known : seen);
    }

    private static SessionHistory HistoryOf(Snapshot snapshot, SessionStatus status) =>
        snapshot.History.GetValueOrDefault(status.Name, SessionHistory.Empty);
}

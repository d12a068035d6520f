using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide;

/// <summary>Keeps every token fresh that can be, whether its session matters or not: one attempt per session at a time.</summary>
internal static class Refreshes
{
    public static Memory Apply(Memory memory, Assessment assessment, ImmutableArray<Effect>.Builder effects)
    {
        var now = assessment.Snapshot.Now;
        foreach (var status in assessment.Sessions)
        {
            var known = Settled(memory.RefreshesOf(status.Name), now);
            if (NextAt(memory, known, status, assessment) <= now && known.StartedAt is null)
            {
                KeepTrace(status, assessment.Snapshot, effects);
                effects.Add(new Effect.Refresh(status.Name));
                known = known with
                {
                    StartedAt = now,
                    LastAt = now,
                    Failures = known.Fingerprint == status.Token!.Fingerprint ? known.Failures : 0,
                    Fingerprint = status.Token.Fingerprint,
                };
            }

            memory = memory.With(status.Name, known);
        }

        return memory;
    }

    /// <summary>When the next step is due for this session; null: nothing is to be done.</summary>
    public static DateTimeOffset? NextAt(Memory memory, SessionStatus status, Assessment assessment) =>
        NextAt(memory, memory.RefreshesOf(status.Name), status, assessment);

    /// <summary>One that was refused has a record elsewhere; should that be lost, it is a failure like others here.</summary>
    public static Memory Ended(Memory memory, RefreshOutcome outcome, DateTimeOffset now)
    {
        var known = memory.RefreshesOf(outcome.Session);
        return memory.With(outcome.Session, known with
        {
            StartedAt = null,
            LastAt = now,
            Failures = outcome.Result switch
            {
                RefreshResult.Refreshed or RefreshResult.FoundFresh or RefreshResult.SignedOut => 0,
                RefreshResult.Waited => Math.Max(known.Failures, 1),
                _ => known.Failures + 1,
            },
        });
    }

    /// <summary>What failed may work now, so nobody waits longer than they must.</summary>
    public static Memory Hurried(Memory memory) => memory with
    {
        Refreshes = memory.Refreshes.ToImmutableDictionary(entry => entry.Key, entry => entry.Value with { Failures = 0 }),
    };

    private static DateTimeOffset? NextAt(
        Memory memory, RefreshMemory known, SessionStatus status, Assessment assessment)
    {
        if (known.StartedAt is { } started)
        {
            return started.Plus(RefreshTiming.Lost);
        }

        // A file that is being written now is read again before anybody acts on what it held.
        if (status is not { IsRefreshable: true, Token: { } token }
            || memory.SignIns.ContainsKey(status.Name)
            || assessment.Snapshot.Cache[status.Session.CacheFileName] is not CacheFile.Token file)
        {
            return null;
        }

        // Whether its session still lives is found out at once.
        var due = status is { Failure.Obstacle: RefreshObstacle.EndInDoubt }
            ? DateTimeOffset.MinValue
            : RefreshTiming.DueAt(token, file.WrittenAt);
        var allowed = RefreshTiming.AllowedAt(known, token);
        return due > allowed ? due : allowed;
    }

    /// <summary>A refresh writes the file, and with it goes the only trace of a sign-in that nobody saw.</summary>
    private static void KeepTrace(SessionStatus status, Snapshot snapshot, ImmutableArray<Effect>.Builder effects)
    {
        var history = snapshot.History.GetValueOrDefault(status.Name, SessionHistory.Empty);
        var found = history.FoundWritten(snapshot.Cache[status.Session.CacheFileName]!.WrittenAt);
        if (history.SignedInAt is null && history.FoundWrittenAt != found)
        {
            effects.Add(new Effect.RememberHistory(status.Name, history with { FoundWrittenAt = found }));
        }
    }

    /// <summary>Without what cannot be: an instant ahead of a clock that was set back, and an attempt that was lost.</summary>
    private static RefreshMemory Settled(RefreshMemory known, DateTimeOffset now)
    {
        if (known.StartedAt > now)
        {
            known = known with { StartedAt = now };
        }

        if (known.LastAt > now)
        {
            known = known with { LastAt = now };
        }

        return known.StartedAt is { } started && started.Plus(RefreshTiming.Lost) <= now
            ? known with { StartedAt = null, LastAt = now, Failures = known.Failures + 1 }
            : known;
    }
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Decide;

/// <summary>A warning that is due and was not given yet.</summary>
/// <param name="Status">The session.</param>
/// <param name="Cause">What it warns of.</param>
/// <param name="Lead">The shortest lead time that has come; null unless it warns of an end ahead.</param>
internal sealed record DueWarning(SessionStatus Status, WarningCause Cause, TimeSpan? Lead)
{
    private const int EndsRemembered = 4;

    /// <summary>Tools write the same end with and without fractions of a second.</summary>
    private static readonly TimeSpan SameEnd = TimeSpan.FromMinutes(1);

    public static DueWarning? Of(Memory memory, SessionStatus status, Snapshot snapshot, Policy policy)
    {
        var session = memory[status.Name];
        if (!status.Matters || memory.SignIns.ContainsKey(status.Name) || session.SilentUntil > snapshot.Now)
        {
            return null;
        }

        var reminded = session.RemindAt <= snapshot.Now;
        if (status.NeedsPerson)
        {
            return reminded || !IsTold(session, Transitions.NeedOf(status))
                ? new DueWarning(status, WarningCause.PersonNeeded, Lead: null)
                : null;
        }

        if (IsUnwritable(status) && (reminded || session.ToldUnwritable != status.Token!.Fingerprint))
        {
            return new DueWarning(status, WarningCause.Unwritable, Lead: null);
        }

        return status.Works && LeadOf(status, snapshot.Now, policy) is { } lead
            && (reminded || !IsGiven(session, status.End!, lead))
                ? new DueWarning(status, WarningCause.EndAhead, lead)
                : null;
    }

    /// <summary>A full disk ends the session as surely as AWS does, and only a person can make room.</summary>
    public static bool IsUnwritable(SessionStatus status) =>
        status is { IsRefreshable: true, Failure.Obstacle: RefreshObstacle.NotWritable };

    /// <summary>The session's memory after it was given.</summary>
    public SessionMemory Given(SessionMemory session) => Cause switch
    {
        WarningCause.PersonNeeded => session with { RemindAt = null, ToldNeed = Transitions.NeedOf(Status) },
        WarningCause.Unwritable => session with { RemindAt = null, ToldUnwritable = Status.Token!.Fingerprint },
        _ => session with
        {
            RemindAt = null,
            Warnings =
            [
                .. session.Warnings
                    .Where(given => !IsSame(given.End, Status.End!.Earliest))
                    .TakeLast(EndsRemembered - 1),
                new GivenWarning(Status.End!.Earliest, Lead!.Value),
            ],
        },
    };

    /// <summary>Several that passed at once, as after a sleep, are one.</summary>
    private static TimeSpan? LeadOf(SessionStatus status, DateTimeOffset now, Policy policy) => policy.LeadTimes
        .Where(lead => status.EndsWithin(lead, now))
        .Order()
        .Select(lead => (TimeSpan?)lead)
        .FirstOrDefault();

    private static bool IsGiven(SessionMemory session, EstimatedEnd end, TimeSpan lead) =>
        session.Warnings.Any(given => IsSame(given.End, end.Earliest) && given.Lead <= lead);

    private static bool IsSame(DateTimeOffset end, DateTimeOffset other) => (end - other).Duration() < SameEnd;

    /// <summary>Somebody who was told of a dead token is not told again when its file goes.</summary>
    private static bool IsTold(SessionMemory session, string need) =>
        session.ToldNeed is { } told && (need.Length == 0 || need == told);
}

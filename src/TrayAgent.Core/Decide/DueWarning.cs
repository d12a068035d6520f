using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Decide;

/// <summary>A warning that is due and was not given yet.</summary>
/// <param name="Status">The session.</param>
/// <param name="Lead">The shortest lead time that has come; null when a person is needed already.</param>
internal sealed record DueWarning(SessionStatus Status, TimeSpan? Lead)
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
            return reminded || !IsTold(session, Transitions.NeedOf(status)) ? new DueWarning(status, Lead: null) : null;
        }

        return status.Works && LeadOf(status, snapshot.Now, policy) is { } lead
            && (reminded || !IsGiven(session, status.End!, lead))
                ? new DueWarning(status, lead)
                : null;
    }

    /// <summary>The session's memory after it was given.</summary>
    public SessionMemory Given(SessionMemory session) => Lead is not { } lead
        ? session with { ToldNeed = Transitions.NeedOf(Status), RemindAt = null }
        : session with
        {
            RemindAt = null,
            Warnings =
            [
                .. session.Warnings
                    .Where(given => !IsSame(given.End, Status.End!.Earliest))
                    .TakeLast(EndsRemembered - 1),
                new GivenWarning(Status.End!.Earliest, lead),
            ],
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

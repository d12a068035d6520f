using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide;

/// <summary>Computes when something will be different by the mere passing of time.</summary>
internal static class Deadlines
{
    /// <summary>The earliest one; there always is a next midnight, which decides what "today" is.</summary>
    public static DateTimeOffset Next(Memory memory, Assessment assessment, Policy policy)
    {
        var snapshot = assessment.Snapshot;
        return assessment.Sessions
            .SelectMany(status => OfSession(memory[status.Name], status, policy)
                .Concat(Refreshes.NextAt(memory, status, assessment) is { } refresh ? [refresh] : []))
            .Concat(OfMachine(memory, snapshot, policy))
            .Where(instant => instant > snapshot.Now)
            .Append(snapshot.Now.NextMidnight(snapshot.Zone))
            .Min();
    }

    private static IEnumerable<DateTimeOffset> OfSession(SessionMemory session, SessionStatus status, Policy policy)
    {
        DateTimeOffset?[] own =
        [
            session.RemindAt,
            session.SilentUntil,
            status.Token?.ExpiresAt,
            status.Token?.RegistrationExpiresAt,
            status.Token?.RegistrationExpiresAt?.Minus(TimeSpan.FromDays(1)),
            status.End?.Earliest,
            status.End?.Latest,
        ];
        var leads = status.End is { } end ? policy.LeadTimes.Select(lead => end.Earliest.Minus(lead)) : [];
        return own.OfType<DateTimeOffset>().Concat(leads);
    }

    private static IEnumerable<DateTimeOffset> OfMachine(Memory memory, Snapshot snapshot, Policy policy)
    {
        foreach (var torn in snapshot.Cache.Files.Values.OfType<CacheFile.Unreadable>())
        {
            yield return torn.Since.Plus(SessionJudge.Patience);
        }

        if (KeyWatch.NextAt(snapshot) is { } settled)
        {
            yield return settled;
        }

        if (EditLook.DueAt(snapshot) is { } due)
        {
            yield return due;
        }

        if (memory.PausedUntil is { } paused)
        {
            yield return paused;
        }

        if (policy.QuietHours is { } quiet)
        {
            yield return snapshot.Now.Next(quiet.Until, snapshot.Zone);
        }
    }
}

using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Decide;

/// <summary>
/// Gives the notices that are due and takes back those that are no longer true.
/// What is held is simply not marked as given: when nobody could be told, it is due again afterwards, if it is still true.
/// </summary>
internal static class Warnings
{
    public static Memory Apply(Memory memory, Assessment assessment, Policy policy, ImmutableArray<Effect>.Builder effects)
    {
        memory = TakeBack(memory, assessment, policy, effects);
        var due = assessment.Sessions
            .Select(status => DueWarning.Of(memory, status, assessment.Snapshot, policy))
            .OfType<DueWarning>()
            .ToImmutableArray();
        if (memory.Screen == ScreenLock.Locked || memory.Notices == NoticeFace.Away)
        {
            return memory with { IsHolding = memory.IsHolding || due.Length > 0 || memory.HeldOutcomes.Length > 0 };
        }

        if (IsQuiet(memory, assessment.Snapshot, policy))
        {
            memory = memory with { IsHolding = memory.IsHolding || due.Length > 0 };
            due = [];
        }

        return due.IsEmpty && memory.HeldOutcomes.IsEmpty ? memory : Give(memory, due, assessment, effects);
    }

    /// <summary>Quiet hours and pauses hold warnings, but not the answer to a person's own click.</summary>
    public static bool IsQuiet(Memory memory, Snapshot snapshot, Policy policy) =>
        memory.PausedUntil > snapshot.Now
        || (policy.QuietHours is { } quiet
            && quiet.Contains(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(snapshot.Now, snapshot.Zone).DateTime)));

    private static Memory Give(
        Memory memory, ImmutableArray<DueWarning> due, Assessment assessment, ImmutableArray<Effect>.Builder effects)
    {
        var snapshot = assessment.Snapshot;
        var summarise = memory.IsHolding && due.Length + memory.HeldOutcomes.Length > 1;
        if (summarise)
        {
            effects.Add(new Effect.Notify(Show.Notices.Summary(due, memory.HeldOutcomes, snapshot)));
        }
        else
        {
            effects.AddRange(memory.HeldOutcomes.Select(outcome =>
                new Effect.Notify(Show.Notices.Outcome(outcome, assessment.Session(outcome.Session)))));
            effects.AddRange(due.Select(warning => new Effect.Notify(Show.Notices.Warning(warning, snapshot))));
        }

        foreach (var warning in due)
        {
            var (name, was) = (warning.Status.Name, memory[warning.Status.Name]);
            if (summarise && was.HasNotice)
            {
                // What it says is no longer true, and no other notice takes its place.
                effects.Add(new Effect.CloseNotice(NoticeKeys.Session(name)));
            }

            memory = memory.With(name, warning.Given(was) with { HasNotice = !summarise });
        }

        return memory with
        {
            HeldOutcomes = [],
            IsHolding = memory.IsHolding && due.IsEmpty,
            Summarised = summarise ? [.. due.Select(warning => warning.Status.Name)] : memory.Summarised,
        };
    }

    private static Memory TakeBack(
        Memory memory, Assessment assessment, Policy policy, ImmutableArray<Effect>.Builder effects)
    {
        foreach (var (name, session) in memory.Sessions)
        {
            if (session.HasNotice && !IsStillTrue(name, assessment, policy))
            {
                effects.Add(new Effect.CloseNotice(NoticeKeys.Session(name)));
                memory = memory.With(name, session with { HasNotice = false, RemindAt = null });
            }
        }

        if (memory.Summarised.IsEmpty || memory.Summarised.Any(name => IsStillTrue(name, assessment, policy)))
        {
            return memory;
        }

        effects.Add(new Effect.CloseNotice(NoticeKeys.Summary));
        return memory with { Summarised = [] };
    }

    private static bool IsStillTrue(string name, Assessment assessment, Policy policy) =>
        assessment.Session(name) is { Matters: true } status
        && (!status.Works || DueWarning.IsUnwritable(status) || status.EndsWithin(policy.LongestLeadTime, assessment.Snapshot.Now));
}

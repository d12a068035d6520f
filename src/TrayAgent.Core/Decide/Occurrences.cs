using System.Collections.Immutable;
using System.Diagnostics;
using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Decide;

/// <summary>What each occurrence changes by itself.</summary>
internal static class Occurrences
{
    public static Memory Apply(
        Memory memory,
        Occurrence occurrence,
        Assessment assessment,
        Policy policy,
        ImmutableArray<Effect>.Builder effects) =>
        occurrence switch
        {
            Occurrence.Inspected => memory,
            Occurrence.Chosen chosen => Choices.Apply(memory, chosen.Choice, assessment, policy, effects),
            Occurrence.SignInMoved moved => Moved(memory, moved.Progress, effects),
            Occurrence.SignInEnded ended => Ended(memory, ended.Outcome, assessment, effects),
            Occurrence.SignInVanished vanished => Vanished(memory, vanished.Session, effects),
            Occurrence.RefreshEnded ended => Refreshes.Ended(memory, ended.Outcome, assessment.Snapshot.Now),
            Occurrence.RepairEnded ended => Repaired(memory, ended.Outcome, effects),
            Occurrence.WorldChanged => Refreshes.Hurried(memory),
            Occurrence.Locked => memory with { Screen = ScreenLock.Locked },
            Occurrence.Unlocked => Unlocked(memory, effects),
            Occurrence.NoticeFaceChanged changed => memory with { Notices = changed.Face },
            Occurrence.AutostartRead read => memory with { StartsAtLogin = read.Mark },
            _ => throw new UnreachableException(),
        };

    private static Memory Moved(Memory memory, SignInProgress progress, ImmutableArray<Effect>.Builder effects)
    {
        var before = memory.SignIns.GetValueOrDefault(progress.Session);
        var purpose = progress.Purpose ?? before?.Purpose ?? SignInPurpose.SignIn;
        if (progress.Stage == SignInStage.SigningOut && purpose == SignInPurpose.SignIn)
        {
            purpose = SignInPurpose.Renew;
        }

        if (progress.Stage == SignInStage.WaitingForPerson && before?.Progress != progress)
        {
            Compare(memory, progress, effects);
        }
        else if (progress.Stage != SignInStage.WaitingForPerson && before?.Progress.Stage == SignInStage.WaitingForPerson)
        {
            effects.Add(new Effect.CloseNotice(NoticeKeys.SignIn(progress.Session)));
        }

        // One that another process began is an answer to our notice, too.
        memory = before is null ? Choices.Dismiss(memory, progress.Session, effects, session => session with { RemindAt = null }) : memory;
        return memory with { SignIns = memory.SignIns.SetItem(progress.Session, new SignInUnderWay(progress, purpose)) };
    }

    /// <summary>A code on a locked screen would be shown to whoever walks by; one in a terminal is on the screen already.</summary>
    private static void Compare(Memory memory, SignInProgress progress, ImmutableArray<Effect>.Builder effects)
    {
        if (memory.Screen == ScreenLock.Unlocked && progress is { Host: not null, Place: not SignInPlace.Terminal })
        {
            effects.Add(new Effect.Notify(Show.Notices.Compare(progress)));
        }
    }

    private static Memory Unlocked(Memory memory, ImmutableArray<Effect>.Builder effects)
    {
        memory = Refreshes.Hurried(memory) with { Screen = ScreenLock.Unlocked };
        foreach (var underWay in memory.SignIns.Values.OrderBy(found => found.Progress.Session, StringComparer.Ordinal))
        {
            if (underWay.Progress.Stage == SignInStage.WaitingForPerson)
            {
                Compare(memory, underWay.Progress, effects);
            }
        }

        return memory;
    }

    private static Memory Repaired(Memory memory, RepairOutcome outcome, ImmutableArray<Effect>.Builder effects)
    {
        effects.Add(new Effect.Notify(Show.Notices.Repaired(outcome)));
        return memory;
    }

    private static Memory Ended(
        Memory memory, SignInOutcome outcome, Assessment assessment, ImmutableArray<Effect>.Builder effects)
    {
        var name = outcome.Session;
        var (place, purpose) = memory.SignIns.GetValueOrDefault(name) is { } underWay
            ? (underWay.Progress.Place, underWay.Purpose)
            : (SignInPlace.Here, (SignInPurpose?)null);
        var status = assessment.Session(name);
        var session = memory[name];
        if (outcome.Result == SignInResult.SignedIn && purpose == SignInPurpose.Renew)
        {
            // The agent may never have seen the moment without a token, so it is told here that there was one.
            session = session with { Need = session.Need ?? "", IsPortalOver = true };
        }
        else if (outcome.Result != SignInResult.SignedIn && status is { NeedsPerson: true })
        {
            // The outcome says it; the same news need not come a second time.
            session = Transitions.Needing(session, status, assessment.Snapshot) with { ToldNeed = Transitions.NeedOf(status) };
        }

        effects.Add(new Effect.CloseNotice(NoticeKeys.SignIn(name)));
        return memory.With(name, session) with
        {
            SignIns = memory.SignIns.Remove(name),
            LastOutcome = outcome,
            HeldOutcomes = IsNews(outcome, place, status)
                ? [.. memory.HeldOutcomes.Where(held => held.Session != name), outcome]
                : memory.HeldOutcomes,
        };
    }

    /// <summary>Nobody was told anything: what the session needs now is a warning like any other.</summary>
    private static Memory Vanished(Memory memory, string name, ImmutableArray<Effect>.Builder effects)
    {
        effects.Add(new Effect.CloseNotice(NoticeKeys.SignIn(name)));
        return memory with { SignIns = memory.SignIns.Remove(name) };
    }

    /// <summary>Who cancels knows it, unless the session was ended before; and a terminal has told its own.</summary>
    private static bool IsNews(SignInOutcome outcome, SignInPlace place, SessionStatus? status) =>
        place != SignInPlace.Terminal && (outcome.Result != SignInResult.Cancelled || status is { NeedsPerson: true });
}

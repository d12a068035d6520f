using System.Collections.Immutable;
using System.Diagnostics;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide;

/// <summary>What a person's choice does.</summary>
internal static class Choices
{
    private static readonly TimeSpan LaterIs = TimeSpan.FromMinutes(10);

    public static Memory Apply(
        Memory memory,
        Choice choice,
        Assessment assessment,
        Policy policy,
        ImmutableArray<Effect>.Builder effects)
    {
        var snapshot = assessment.Snapshot;
        switch (choice)
        {
            case Choice.SignIn signIn:
                return Start(memory, signIn.Session, SignInPurpose.SignIn, assessment, effects);
            case Choice.Renew renew:
                return Start(memory, renew.Session, SignInPurpose.Renew, assessment, effects);
            case Choice.SignOut signOut:
                return Start(memory, signOut.Session, SignInPurpose.SignOut, assessment, effects);
            case Choice.CancelSignIn cancel:
                return Do(memory, new Effect.CancelSignIn(cancel.Session), effects);
            case Choice.Later later:
                return Dismiss(memory, later.Session, effects, session => session with
                {
                    RemindAt = IsWarnedOfAgain(assessment, later.Session, policy) ? null : snapshot.Now.Plus(LaterIs),
                });
            case Choice.NotToday notToday:
                return Dismiss(memory, notToday.Session, effects, session => session with
                {
                    RemindAt = null,
                    SilentUntil = snapshot.Now.NextMidnight(snapshot.Zone),
                });
            case Choice.PauseWarnings pause:
                return memory with { PausedUntil = snapshot.Now.Plus(pause.Duration) };
            case Choice.PauseWarningsUntilTomorrow:
                return memory with { PausedUntil = snapshot.Now.NextMidnight(snapshot.Zone) };
            case Choice.ResumeWarnings:
                return memory with { PausedUntil = null };
            case Choice.Repair repair:
                return Do(memory, new Effect.Repair(repair.Code, repair.Subject), effects);
            case Choice.WriteSettings write:
                return Do(memory, SettingsChoices.Write(write, assessment), effects);
            case Choice.UndoSettings undo:
                return Do(memory, SettingsChoices.Undo(undo, assessment), effects);
            case Choice.LeaveLostKeys:
                return Do(memory, SettingsChoices.Leave(assessment), effects);
            case Choice.ShowStatus:
                return Do(memory, new Effect.Notify(Show.Notices.Status(assessment)), effects);
            case Choice.StartAtLogin:
                return Do(memory, new Effect.SetAutostart(CheckMark.On), effects);
            case Choice.DoNotStartAtLogin:
                return Do(memory, new Effect.SetAutostart(CheckMark.Off), effects);
            case Choice.Quit:
                return Do(memory, new Effect.Quit(), effects);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A lead time is still to come, and it is what "later" means.</summary>
    private static bool IsWarnedOfAgain(Assessment assessment, string session, Policy policy) =>
        assessment.Session(session) is { Works: true, End: { } end }
        && policy.LeadTimes.Any(lead => end.Earliest.Minus(lead) > assessment.Snapshot.Now);

    private static Memory Do(Memory memory, Effect effect, ImmutableArray<Effect>.Builder effects)
    {
        effects.Add(effect);
        return memory;
    }

    /// <summary>One per session at a time; a stale notice does what is due now, not what was due when it was written.</summary>
    private static Memory Start(
        Memory memory,
        string name,
        SignInPurpose purpose,
        Assessment assessment,
        ImmutableArray<Effect>.Builder effects)
    {
        if (memory.SignIns.ContainsKey(name) || assessment.Session(name) is not { } status)
        {
            return memory;
        }

        if (purpose == SignInPurpose.Renew && status.NeedsPerson)
        {
            purpose = SignInPurpose.SignIn;
        }

        effects.Add(purpose switch
        {
            SignInPurpose.SignIn => new Effect.SignIn(name),
            SignInPurpose.Renew => new Effect.Renew(name),
            _ => new Effect.SignOut(name),
        });
        var stage = purpose == SignInPurpose.SignIn ? SignInStage.Starting : SignInStage.SigningOut;
        var underWay = new SignInUnderWay(new SignInProgress(name, stage, Host: null, UserCode: null), purpose);
        memory = Dismiss(memory, name, effects, session => session with { RemindAt = null });
        return memory with { SignIns = memory.SignIns.SetItem(name, underWay) };
    }

    /// <summary>Takes the session's notice back, because somebody does what it asks for.</summary>
    public static Memory Dismiss(
        Memory memory, string name, ImmutableArray<Effect>.Builder effects, Func<SessionMemory, SessionMemory> change)
    {
        if (memory[name].HasNotice)
        {
            effects.Add(new Effect.CloseNotice(NoticeKeys.Session(name)));
        }

        return memory.With(name, change(memory[name]) with { HasNotice = false });
    }
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Decide;

/// <summary>A virtual day: things happen at a time, the agent decides, and what it does is written down.</summary>
internal sealed class Day(Snapshot snapshot, Policy? policy = null)
{
    private readonly Policy _policy = policy ?? Policy.Default;

    public Snapshot Snapshot { get; private set; } = snapshot;

    public Memory Memory { get; private set; } = Memory.Empty;

    /// <summary>Everything since the start; notices as "09:00 + Title", closed ones as "09:00 - key".</summary>
    public List<string> Log { get; } = [];

    public List<Effect> Last { get; } = [];

    /// <summary>Refreshes that were started, as "09:39:12 corp".</summary>
    public List<string> Refreshes { get; } = [];

    public Day At(string time, Func<Snapshot, Snapshot> change) => Then(time, new Occurrence.Inspected(), change);

    public Day At(string time) => Then(time, new Occurrence.Inspected());

    public Day Choose(string time, Choice choice) => Then(time, new Occurrence.Chosen(choice));

    /// <summary>A refresh ends, and the state file remembers it as the agent's does.</summary>
    public Day Refreshed(string time, RefreshResult result, string session = "corp") => Refreshed(
        Given.At(time),
        new RefreshOutcome(session, result, "It is said.")
        {
            StartUrl = Snapshot.Config.Session(session)?.StartUrl,
            Fingerprint = Assessor.Assess(Snapshot, _policy).Session(session)?.Token?.Fingerprint,
        });

    public Day Refreshed(DateTimeOffset now, RefreshOutcome outcome) => Then(
        now,
        new Occurrence.RefreshEnded(outcome),
        snapshot =>
        {
            var before = snapshot.History.GetValueOrDefault(outcome.Session, SessionHistory.Empty);
            return snapshot.With(outcome.Session, before.AfterRefresh(outcome, now)) with
            {
                Observed = snapshot.Observed.WithRefusal(before, outcome, now),
            };
        });

    public Day Restart()
    {
        Memory = Memory.AfterRestart();
        return this;
    }

    public Day Then(string time, Occurrence occurrence, Func<Snapshot, Snapshot>? change = null) =>
        Then(Given.At(time), occurrence, change);

    public Day Then(DateTimeOffset now, Occurrence occurrence, Func<Snapshot, Snapshot>? change = null)
    {
        Snapshot = (change is null ? Snapshot : change(Snapshot)) with { Now = now };
        var decision = Decider.Decide(Memory, occurrence, Assessor.Assess(Snapshot, _policy), _policy);
        Memory = decision.Memory;
        Last.Clear();
        Last.AddRange(decision.Effects);
        foreach (var effect in decision.Effects)
        {
            Write(effect);
        }

        return this;
    }

    /// <summary>Follows the agent's own deadlines, as the shell does.</summary>
    public Day Until(string time)
    {
        while (Last.OfType<Effect.SweepAt>().Single().Instant is var next && next <= Given.At(time))
        {
            Then(next, new Occurrence.Inspected());
        }

        return At(time);
    }

    private bool IsSignIn(Effect.RememberHistory remember) => remember.History.FoundWrittenAt is null
        || remember.History.FoundWrittenAt == Snapshot.History.GetValueOrDefault(remember.Session)?.FoundWrittenAt;

    private void Write(Effect effect)
    {
        var line = effect switch
        {
            Effect.Notify notify => $"+ {notify.Notice.Title}",
            Effect.CloseNotice close => $"- {close.Key}",
            Effect.SignIn signIn => $"sign in {signIn.Session}",
            Effect.Renew renew => $"renew {renew.Session}",
            Effect.SignOut signOut => $"sign out {signOut.Session}",
            Effect.CancelSignIn cancel => $"cancel {cancel.Session}",
            Effect.RememberHistory remember when IsSignIn(remember) => $"remember {remember.Session} {remember.History.SignedInAt:HH:mm}",
            Effect.SetAutostart set => $"autostart {set.Mark}",
            Effect.Quit => "quit",
            _ => null,
        };
        if (effect is Effect.RememberHistory written)
        {
            Snapshot = Snapshot.With(written.Session, written.History);
        }

        if (effect is Effect.Refresh refresh)
        {
            Refreshes.Add($"{Snapshot.Now:HH:mm:ss} {refresh.Session}");
        }

        if (line is not null)
        {
            Log.Add($"{Snapshot.Now:HH:mm} {line}");
        }
    }
}

using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide;

/// <summary>What the shell is to do: a closed set.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    public sealed record ShowTray(TrayView View) : Effect;

    public sealed record Notify(Notice Notice) : Effect;

    public sealed record CloseNotice(string Key) : Effect;

    /// <summary>Start signing in and go on; its end is an event.</summary>
    public sealed record SignIn(string Session) : Effect;

    /// <summary>Start ending the portal session and signing in anew.</summary>
    public sealed record Renew(string Session) : Effect;

    public sealed record CancelSignIn(string Session) : Effect;

    public sealed record SignOut(string Session) : Effect;

    /// <summary>Start refreshing its token without a person and go on; its end is an event.</summary>
    public sealed record Refresh(string Session) : Effect;

    /// <summary>Inspect and decide again at that instant; replaces the earlier deadline.</summary>
    public sealed record SweepAt(DateTimeOffset Instant) : Effect;

    /// <summary>Write what is now known of a session to the agent's state.</summary>
    public sealed record RememberHistory(string Session, SessionHistory History) : Effect;

    /// <summary>Start mending what this finding is about and go on; its end is an event.</summary>
    public sealed record Repair(string Code, string Subject) : Effect;

    /// <summary>Start writing these settings and go on; its end is an event like that of a repair.</summary>
    /// <param name="What">What for, in a few words.</param>
    public sealed record WriteSettings(AcceptedEdit Edit, string What) : Effect;

    /// <summary>Start taking our last edit of that file back and go on; its end is the same.</summary>
    public sealed record UndoSettings(string File) : Effect;

    /// <summary>Write to the agent's state what is now known of our keys in Claude Code's settings.</summary>
    /// <param name="Seen">What the decision rests on: if the state says something else by now, it is made anew.</param>
    public sealed record RememberKeys(KnownKeys Seen, KnownKeys Becomes) : Effect;

    public sealed record SetAutostart(CheckMark Mark) : Effect;

    public sealed record Quit : Effect;
}

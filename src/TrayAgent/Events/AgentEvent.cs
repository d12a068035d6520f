using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop;

namespace TrayAgent.Events;

/// <summary>Everything that makes the agent look again: a closed set, so that every cause is visible.</summary>
internal abstract record AgentEvent
{
    private AgentEvent()
    {
    }

    public sealed record Started : AgentEvent;

    public sealed record FilesChanged : AgentEvent;

    /// <summary>The stat poll, which is the truth when file events are lost.</summary>
    public sealed record PollDue : AgentEvent;

    /// <summary>A computed deadline: an expiry, a lead time, the end of quiet hours.</summary>
    public sealed record DeadlineReached : AgentEvent;

    /// <summary>Wall clock and monotonic clock parted: sleep, or somebody set the clock.</summary>
    public sealed record ClockJumped(TimeSpan By) : AgentEvent;

    /// <summary>SIGHUP: the person wants the settings read again.</summary>
    public sealed record SettingsAsked : AgentEvent;

    /// <summary>How "start at login" stands: read at the start and after each change.</summary>
    public sealed record AutostartRead(CheckMark Mark) : AgentEvent;

    public sealed record OnDesktop(DesktopEvent Event) : AgentEvent;

    public sealed record SignInMoved(SignInProgress Progress) : AgentEvent;

    public sealed record SignInEnded(SignInOutcome Outcome) : AgentEvent;

    /// <summary>Another process that signed in is gone without a word.</summary>
    public sealed record SignInVanished(string Session) : AgentEvent;

    public sealed record RepairEnded(RepairOutcome Outcome) : AgentEvent;

    public sealed record RefreshEnded(RefreshOutcome Outcome) : AgentEvent;
}

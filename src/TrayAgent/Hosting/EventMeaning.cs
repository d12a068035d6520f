using TrayAgent.Core.Decide;
using TrayAgent.Desktop;
using TrayAgent.Events;

namespace TrayAgent.Hosting;

/// <summary>What an event of the shell is to the decision.</summary>
internal static class EventMeaning
{
    /// <param name="next">What happened.</param>
    /// <param name="faces">What the desktop can show at the moment.</param>
    public static Occurrence Of(AgentEvent next, DesktopFaces faces) => next switch
    {
        AgentEvent.Started => new Occurrence.NoticeFaceChanged(Face(faces)),
        AgentEvent.ClockJumped => new Occurrence.WorldChanged(),
        AgentEvent.SignInMoved(var progress) => new Occurrence.SignInMoved(progress),
        AgentEvent.SignInEnded(var outcome) => new Occurrence.SignInEnded(outcome),
        AgentEvent.SignInVanished(var session) => new Occurrence.SignInVanished(session),
        AgentEvent.RefreshEnded(var outcome) => new Occurrence.RefreshEnded(outcome),
        AgentEvent.RepairEnded(var outcome) => new Occurrence.RepairEnded(outcome),
        AgentEvent.AutostartRead(var mark) => new Occurrence.AutostartRead(mark),
        AgentEvent.OnDesktop(var happened) => OnDesktop(happened),
        _ => new Occurrence.Inspected(),
    };

    /// <summary>What happened in one word, for the log.</summary>
    public static string Cause(AgentEvent next) => next switch
    {
        AgentEvent.OnDesktop(DesktopEvent.Chosen(var choice)) => choice.GetType().Name,
        AgentEvent.OnDesktop(var happened) => happened.GetType().Name,
        _ => next.GetType().Name,
    };

    private static Occurrence OnDesktop(DesktopEvent happened) => happened switch
    {
        DesktopEvent.Chosen(var choice) => new Occurrence.Chosen(choice),
        DesktopEvent.Activated => new Occurrence.Chosen(new Choice.ShowStatus()),
        DesktopEvent.Locked => new Occurrence.Locked(),
        DesktopEvent.Unlocked => new Occurrence.Unlocked(),
        DesktopEvent.FacesChanged(var faces) => new Occurrence.NoticeFaceChanged(Face(faces)),
        DesktopEvent.Woke or DesktopEvent.ClockSet or DesktopEvent.NetworkChanged => new Occurrence.WorldChanged(),
        DesktopEvent.SessionEnding => new Occurrence.Chosen(new Choice.Quit()),
        _ => new Occurrence.Inspected(),
    };

    private static NoticeFace Face(DesktopFaces faces) =>
        faces.HasFlag(DesktopFaces.Notices) ? NoticeFace.Present : NoticeFace.Away;
}

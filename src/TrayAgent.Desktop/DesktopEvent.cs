using TrayAgent.Core.Decide;

namespace TrayAgent.Desktop;

/// <summary>What the desktop tells: a closed set.</summary>
public abstract record DesktopEvent
{
    private DesktopEvent()
    {
    }

    /// <summary>A menu item, a notice's button or its body was clicked.</summary>
    public sealed record Chosen(Choice Choice) : DesktopEvent;

    /// <summary>The person closed a notice without choosing.</summary>
    public sealed record NoticeDismissed(string Key) : DesktopEvent;

    /// <summary>The icon was clicked in the way that opens no menu (left click where hosts tell it apart).</summary>
    public sealed record Activated : DesktopEvent;

    public sealed record GoingToSleep : DesktopEvent;

    public sealed record Woke : DesktopEvent;

    /// <summary>Somebody set the clock.</summary>
    public sealed record ClockSet : DesktopEvent;

    public sealed record Locked : DesktopEvent;

    public sealed record Unlocked : DesktopEvent;

    /// <summary>An address or route changed: try now, it may work.</summary>
    public sealed record NetworkChanged : DesktopEvent;

    /// <summary>A panel or notification server appeared or went away.</summary>
    public sealed record FacesChanged(DesktopFaces Faces) : DesktopEvent;

    /// <summary>The desktop session ends.</summary>
    public sealed record SessionEnding : DesktopEvent;
}

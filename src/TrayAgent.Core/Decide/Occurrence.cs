using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide;

/// <summary>Why a decision is asked for: a closed set. The assessment that goes with it is made after it happened.</summary>
public abstract record Occurrence
{
    private Occurrence()
    {
    }

    /// <summary>Files were inspected anew, or a deadline came: nothing else happened.</summary>
    public sealed record Inspected : Occurrence;

    public sealed record Chosen(Choice Choice) : Occurrence;

    /// <summary>A sign-in in this or another process moved on.</summary>
    public sealed record SignInMoved(SignInProgress Progress) : Occurrence;

    public sealed record SignInEnded(SignInOutcome Outcome) : Occurrence;

    /// <summary>Another process that signed in is gone and has not said how it ended.</summary>
    public sealed record SignInVanished(string Session) : Occurrence;

    public sealed record RefreshEnded(RefreshOutcome Outcome) : Occurrence;

    public sealed record RepairEnded(RepairOutcome Outcome) : Occurrence;

    /// <summary>The machine woke up, its clock was set or its network changed: what failed may work now.</summary>
    public sealed record WorldChanged : Occurrence;

    public sealed record Locked : Occurrence;

    public sealed record Unlocked : Occurrence;

    public sealed record NoticeFaceChanged(NoticeFace Face) : Occurrence;

    /// <summary>How "start at login" stands now.</summary>
    public sealed record AutostartRead(CheckMark Mark) : Occurrence;
}

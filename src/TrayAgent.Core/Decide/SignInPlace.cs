namespace TrayAgent.Core.Decide;

/// <summary>Where a sign-in runs, and so who sees what a person has to do.</summary>
public enum SignInPlace
{
    /// <summary>In the agent.</summary>
    Here,

    /// <summary>In another process of ours that speaks to a person at its terminal.</summary>
    Terminal,

    /// <summary>In another process of ours that nobody looks at: Claude Code asked for it.</summary>
    Background,
}

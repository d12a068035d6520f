namespace TrayAgent.Act.Models;

/// <summary>Why AWS could not be asked for inference profiles, or did not answer.</summary>
internal enum ListObstacle
{
    CliMissing,

    /// <summary>It does not know the command.</summary>
    CliTooOld,

    /// <summary>There is no profile to ask with, or none that can be used without running somebody's program.</summary>
    NoProfile,

    /// <summary>The session has ended, or AWS refused its credentials.</summary>
    SignInNeeded,

    /// <summary>The role may not list them.</summary>
    Denied,

    /// <summary>The organisation forbids it: no permission of the role helps.</summary>
    Forbidden,

    /// <summary>Bedrock is not in that region, or the region is not switched on for the account.</summary>
    NotInRegion,

    /// <summary>AWS could not be reached.</summary>
    Offline,

    TimedOut,

    Failed,
}

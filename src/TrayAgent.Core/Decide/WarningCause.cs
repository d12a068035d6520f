namespace TrayAgent.Core.Decide;

/// <summary>What a warning is about.</summary>
public enum WarningCause
{
    /// <summary>The session's end is near.</summary>
    EndAhead,

    /// <summary>It does not work any more.</summary>
    PersonNeeded,

    /// <summary>It works, but its token cannot be refreshed because the file cannot be written.</summary>
    Unwritable,
}

namespace TrayAgent.Act.ByCli;

internal enum CliFault
{
    Missing,

    /// <summary>Version 1, or a version 2 before the option that we need.</summary>
    TooOld,

    /// <summary>It does not start, does not end, or is something else.</summary>
    Broken,
}

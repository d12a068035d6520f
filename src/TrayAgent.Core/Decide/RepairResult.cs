namespace TrayAgent.Core.Decide;

public enum RepairResult
{
    Repaired,

    /// <summary>What was done before was taken back.</summary>
    Undone,

    /// <summary>When it was looked at once more, nothing was wrong any more.</summary>
    NotNeeded,

    /// <summary>It was left as it is.</summary>
    Failed,
}

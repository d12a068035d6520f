namespace TrayAgent.Crash.Tests.Support;

/// <summary>What a power cut leaves of the journal of a file system; the numbers are those of <c>FS_IOC_SHUTDOWN</c>.</summary>
internal enum JournalEnd
{
    /// <summary>What it holds in memory still reaches the disk: names that are new, over bytes that are not there.</summary>
    Flushed = 1,

    /// <summary>It is lost: names that are old.</summary>
    Lost = 2,
}

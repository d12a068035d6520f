namespace TrayAgent.Files;

/// <summary>What changes when a file changes, so that an unchanged one need not be read again.</summary>
/// <param name="ChangedAt">Of content, mode or owner; on Windows the same as <paramref name="WrittenAt"/>.</param>
/// <param name="Mode">Null on Windows.</param>
internal readonly record struct FileStamp(
    long Size, DateTimeOffset WrittenAt, DateTimeOffset ChangedAt, ulong Inode, UnixFileMode? Mode)
{
    /// <summary>Coarser than the clock of any file system in use (FAT counts in two seconds).</summary>
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A change in the same tick leaves the stamp as it was, so a stamp says nothing about a file read that soon after.
    /// </summary>
    /// <remarks>https://git-scm.com/docs/racy-git</remarks>
    public bool IsSettled(DateTimeOffset readAt) => ChangedAt < readAt - ClockTick;
}

namespace TrayAgent.Files.Writing;

/// <summary>
/// A file about to be replaced: everything that can fail beforehand has been done, the room on the disk is taken.
/// Atomic: whoever reads sees the old bytes or the new ones, never a part, also after a kill at any moment.
/// Durable: when <see cref="Commit"/> says <see cref="WriteResult.Written"/>, a power cut does not take it back.
/// </summary>
/// <remarks>docs/writing.md says what is guaranteed where, and how each guarantee is tested.</remarks>
internal abstract class PendingWrite : IDisposable
{
    /// <summary>More than any token, registration or state of ours has.</summary>
    protected const int Room = 64 * 1024;

    /// <summary>Makes a file for the new bytes beside the real target, readable by us only; nothing visible has happened yet.</summary>
    /// <param name="path">Links are followed and stay links.</param>
    /// <param name="audience">Who may open it afterwards.</param>
    /// <exception cref="WriteRefusedException">The target is nothing that may be replaced; the message says why and what to do.</exception>
    /// <exception cref="IOException">There is no room or no right to write; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static PendingWrite Reserve(string path, Audience audience) => Reserve(WriteTarget.Of(path), audience);

    /// <inheritdoc cref="Reserve(string, Audience)"/>
    /// <param name="target">Its folder exists.</param>
    public static PendingWrite Reserve(WriteTarget target, Audience audience) =>
        OperatingSystem.IsWindows() ? WindowsPendingWrite.Reserve(target) : UnixPendingWrite.Reserve(target, audience);

    /// <summary>Writes the new bytes and puts them in the place of the old ones. After <see cref="WriteResult.Kept"/> it may be
    /// called again with the same bytes.</summary>
    /// <param name="content">All of it.</param>
    /// <param name="mayReplace">Asked when the new bytes are safe on the disk, right before they take the old ones' place; null: yes.</param>
    /// <exception cref="IOException">The old bytes are still there; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public abstract WriteResult Commit(ReadOnlySpan<byte> content, Func<bool>? mayReplace = null);

    /// <summary>
    /// As above, for files that other programs write without asking: only over the bytes that the new ones were made from.
    /// Where the system can, the two files change places and what was displaced is looked at once more,
    /// so that what somebody wrote in the last moment is put back.
    /// </summary>
    /// <param name="before">Null: there must be no file.</param>
    /// <param name="content">All of it.</param>
    /// <returns><see cref="WriteResult.Kept"/> when somebody else wrote meanwhile; then this is to be disposed.</returns>
    /// <inheritdoc cref="Commit" path="/exception"/>
    public abstract WriteResult CommitOver(ReadOnlyMemory<byte>? before, ReadOnlySpan<byte> content);

    /// <summary>
    /// What is in the file whose place was taken, now: a program that had it open can still write to it, and nobody else would see that.
    /// Null when there was none, or this system does not keep it.
    /// </summary>
    public virtual ReadOnlyMemory<byte>? Displaced() => null;

    /// <summary>Takes back what was reserved and not committed.</summary>
    public abstract void Dispose();
}

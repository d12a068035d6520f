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
    public static PendingWrite Reserve(string path, Audience audience)
    {
        var target = WriteTarget.Of(path);
        return OperatingSystem.IsWindows() ? WindowsPendingWrite.Reserve(target) : UnixPendingWrite.Reserve(target, audience);
    }

    /// <summary>Writes the new bytes and puts them in the place of the old ones. After <see cref="WriteResult.Kept"/> it may be
    /// called again with the same bytes.</summary>
    /// <param name="content">All of it.</param>
    /// <param name="mayReplace">Asked when the new bytes are safe on the disk, right before they take the old ones' place; null: yes.</param>
    /// <exception cref="IOException">The old bytes are still there; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public abstract WriteResult Commit(ReadOnlySpan<byte> content, Func<bool>? mayReplace = null);

    /// <summary>Takes back what was reserved and not committed.</summary>
    public abstract void Dispose();
}

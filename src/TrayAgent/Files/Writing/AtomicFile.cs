namespace TrayAgent.Files.Writing;

/// <summary>Writes a file in one step, with the guarantees of <see cref="PendingWrite"/>.</summary>
internal static class AtomicFile
{
    /// <exception cref="IOException">Not written, or not durably; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing was written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, Audience audience = Audience.OwnerOnly)
    {
        using var pending = PendingWrite.Reserve(path, audience);
        if (pending.Commit(content) == WriteResult.Unconfirmed)
        {
            throw new IOException($"'{path}' was written, but the disk did not confirm it: after a power cut the old content may be back.");
        }
    }
}

namespace TrayAgent.Files.Writing;

/// <summary>Whether a file still is what was read of it.</summary>
internal static class CurrentBytes
{
    /// <summary>Null: there is no file.</summary>
    /// <exception cref="WriteRefusedException">It cannot be read; the message is for a person.</exception>
    public static ReadOnlyMemory<byte>? Of(WriteTarget target) => GuardedFile.Read(target.FullName, GuardedFile.ConfigFileLimit) switch
    {
        FileReading.Content(var bytes, _) => bytes,

        // A bare null would become an array that is null, and that empty content.
        FileReading.Missing => (ReadOnlyMemory<byte>?)null,
        FileReading.Refused(var reason) => throw new WriteRefusedException($"'{target.Asked}' {reason}, so it was left as it is."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Null when the file does not hold these bytes, or cannot be read.</summary>
    public static FileStamp? StampOf(string path, ReadOnlySpan<byte> expected) =>
        GuardedFile.Read(path, GuardedFile.ConfigFileLimit) is FileReading.Content content && expected.SequenceEqual(content.Bytes)
            ? content.Stamp
            : null;

    /// <summary>Not the opposite of <see cref="Are(WriteTarget, ReadOnlyMemory{byte}?)"/>: of what cannot be read neither is known.</summary>
    public static bool Differ(string path, ReadOnlySpan<byte> expected) =>
        GuardedFile.Read(path, GuardedFile.ConfigFileLimit) is FileReading.Content content && !expected.SequenceEqual(content.Bytes);

    /// <inheritdoc cref="Differ(string, ReadOnlySpan{byte})"/>
    /// <param name="target">The real file.</param>
    /// <param name="expected">Null: there should be none.</param>
    public static bool Differ(WriteTarget target, ReadOnlyMemory<byte>? expected) => GuardedFile.Read(target.FullName, GuardedFile.ConfigFileLimit) switch
    {
        FileReading.Content content => expected is not { } bytes || !bytes.Span.SequenceEqual(content.Bytes),
        FileReading.Missing => expected is not null,
        _ => false,
    };

    /// <param name="before">Null: there was none.</param>
    public static bool Are(WriteTarget target, ReadOnlyMemory<byte>? before) => Compare(target, before) ?? false;

    /// <summary>Null when it cannot be read.</summary>
    /// <param name="before">Null: there was none.</param>
    public static bool? Compare(WriteTarget target, ReadOnlyMemory<byte>? before) => GuardedFile.Read(target.FullName, GuardedFile.ConfigFileLimit) switch
    {
        FileReading.Content content => before is { } expected && expected.Span.SequenceEqual(content.Bytes),
        FileReading.Missing => before is null,
        _ => null,
    };
}

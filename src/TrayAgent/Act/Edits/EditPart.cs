using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>One file of an edit, with the place for its new bytes taken; nothing visible has happened yet.</summary>
internal sealed class EditPart : IDisposable
{
    private readonly PendingWrite? _pending;

    private EditPart(FileChange change, PendingWrite? pending) => (Change, _pending) = (change, pending);

    public FileChange Change { get; }

    public RecordedEdit? Entry { get; set; }

    /// <exception cref="IOException">The file may not or cannot be written; the message is for a person.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static EditPart Reserve(FileChange change)
    {
        // Its folder is made now, and only then is known where it really lies.
        var target = WriteTarget.Of(change.Target.Asked);
        return new EditPart(
            change with { Target = target },
            change.After is null ? null : PendingWrite.Reserve(target, Audience.AsBefore));
    }

    public bool IsStillBefore => CurrentBytes.Are(Change.Target, Change.Before);

    public bool IsStillAfter => CurrentBytes.Are(Change.Target, Change.After);

    /// <inheritdoc cref="PendingWrite.CommitOver"/>
    public WriteResult Commit() => Change.After is { } after
        ? _pending!.CommitOver(Change.Before, after.Span)
        : FileRemoval.Remove(Change.Target, Change.Before ?? default);

    /// <summary>What somebody wrote since then to the file that lost its place; null: nothing.</summary>
    public ReadOnlyMemory<byte>? WrittenLate() =>
        _pending?.Displaced() is { } now && !FileChange.Same(now, Change.Before) ? now : (ReadOnlyMemory<byte>?)null;

    public void Dispose() => _pending?.Dispose();
}

namespace TrayAgent.Core.Edit;

/// <summary>A file before and after an edit, for a preview, a backup and an undo.</summary>
/// <param name="File">Full path.</param>
/// <param name="Before">Null when there is no such file yet.</param>
/// <param name="After">All of the new bytes.</param>
public sealed record FileEdit(string File, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte> After)
{
    public bool ChangesNothing => Before is { } before && before.Span.SequenceEqual(After.Span);
}

using System.Collections.Immutable;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>Which edit of a file an undo takes back: the last one that the file shows, and that undo can be undone in turn.</summary>
internal static class UndoChoice
{
    /// <summary>Null when we never edited it.</summary>
    public static RecordedEdit? Of(ImmutableArray<RecordedEdit> edits, ReadOnlyMemory<byte>? now)
    {
        var seen = EditRecord.Fingerprint(now);

        // What still looks as before an edit was killed before that edit, or was put back by hand.
        return edits.LastOrDefault(edit => edit.After == seen || edit.Before != seen) ?? edits.LastOrDefault();
    }

    public static Intent Undoing(WriteTarget target, RecordedEdit edit) => new(
        target.Asked,
        now => EditRecord.Fingerprint(now) is var seen && seen == edit.Before ? new Wanted.Bytes(now)
            : seen == edit.After ? Restored(target, edit)
            : new Wanted.Refused(Changed(target, edit)),
        []);

    private static Wanted Restored(WriteTarget target, RecordedEdit edit)
    {
        if (edit.Before is null)
        {
            return new Wanted.Bytes(null);
        }

        return edit.Backup is { } backup
            && GuardedFile.Read(backup, GuardedFile.ConfigFileLimit) is FileReading.Content content
            && EditRecord.Fingerprint(content.Bytes) == edit.Before
                ? new Wanted.Bytes(content.Bytes)
                : new Wanted.Refused($"'{target.Asked}' was left as it is: its backup '{edit.Backup}' is no longer there, or was changed.");
    }

    private static string Changed(WriteTarget target, RecordedEdit edit) =>
        $"'{target.Asked}' was changed since TrayAgent wrote it, so it was left as it is. "
        + (edit.Backup is { } backup
            ? $"What was in it before is in '{backup}'; this shows the difference: diff '{backup}' '{target.FullName}'."
            : "There was no such file before.");
}

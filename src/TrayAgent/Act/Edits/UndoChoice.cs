using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Json;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>Which edit of a file an undo takes back: the last one that the file shows, and that undo can be undone in turn.</summary>
internal static class UndoChoice
{
    private static ReadOnlySpan<byte> White => " \t\r\n"u8;

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
            : seen == edit.After || IsEmpty(now) ? Restored(target, edit)
            : WithoutOurs(target, edit, now) ?? (Wanted)new Wanted.Refused(Changed(target, edit)),
        []);

    /// <summary>Somebody deleted or wiped it: there is nothing of theirs that could be lost.</summary>
    private static bool IsEmpty(ReadOnlyMemory<byte>? now) =>
        now is not { } bytes
        || bytes.Span.Trim(White) is var text
        && (text.IsEmpty || (text[0] == '{' && text[^1] == '}' && text[1..^1].Trim(White).IsEmpty));

    private static Wanted Restored(WriteTarget target, RecordedEdit edit)
    {
        if (edit.Before is null)
        {
            return new Wanted.Bytes(null);
        }

        return KeptContent.Before(edit) is { } content
            ? new Wanted.Bytes(content)
            : new Wanted.Refused($"'{target.Asked}' was left as it is: its backup '{edit.Backup}' is no longer there, or was changed.");
    }

    /// <summary>Others changed something else meanwhile: of settings, our keys alone can be taken back. Null when they cannot.</summary>
    private static Wanted.Bytes? WithoutOurs(WriteTarget target, RecordedEdit edit, ReadOnlyMemory<byte>? now)
    {
        var changes = EditRecord.Public(edit).Changes;
        return !changes.IsEmpty
            && now is { } current
            && (edit.Before is null ? ReadOnlyMemory<byte>.Empty : KeptContent.Before(edit)) is { } before
            && SettingsInverse.Of(target.Asked, before, current, changes) is { } back
            && SettingsEditor.Apply(target.Asked, current.Span, back) is Edited.Content(var bytes)
                ? new Wanted.Bytes(bytes)
                : null;
    }

    private static string Changed(WriteTarget target, RecordedEdit edit) =>
        $"'{target.Asked}' was changed since TrayAgent wrote it, so it was left as it is. "
        + (edit.Backup is { } backup
            ? $"What was in it before is in '{backup}'; this shows the difference: diff '{backup}' '{target.FullName}'."
            : "There was no such file before.");
}

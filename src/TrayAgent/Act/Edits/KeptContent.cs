using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Json;
using TrayAgent.Files;

namespace TrayAgent.Act.Edits;

/// <summary>The bytes that a recorded edit found, and those that it left, as far as they are still to be had.</summary>
internal static class KeptContent
{
    /// <summary>Null when there was no file, or its backup is gone or was changed.</summary>
    public static ReadOnlyMemory<byte>? Before(RecordedEdit edit) =>
        edit.Backup is { } backup
        && GuardedFile.Read(backup, GuardedFile.ConfigFileLimit) is FileReading.Content content
        && EditRecord.Fingerprint(content.Bytes) == edit.Before
            ? content.Bytes
            : (ReadOnlyMemory<byte>?)null;

    /// <summary>The backup of a later edit holds it; else what was found is changed once more in the same way.</summary>
    /// <param name="edits">All of the file.</param>
    /// <param name="edit">One of them.</param>
    public static ReadOnlyMemory<byte>? After(ImmutableArray<RecordedEdit> edits, RecordedEdit edit)
    {
        if (edit.After is null)
        {
            return null;
        }

        var kept = edits.Where(other => other.Before == edit.After).Select(Before).FirstOrDefault(content => content is not null);
        return kept is null
            && (edit.Before is null ? ReadOnlyMemory<byte>.Empty : Before(edit)) is { } before
            && SettingsEditor.Apply(edit.File, before.Span, EditRecord.Public(edit).Changes) is Edited.Content(var again)
            && EditRecord.Fingerprint(again) == edit.After
                ? again
                : kept;
    }
}

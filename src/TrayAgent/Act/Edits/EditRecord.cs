using System.Collections.Immutable;
using System.Text.Json;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>
/// What we did to which file, so that it can be undone and missed. An edit is recorded before it is made: one that was killed in
/// between is known by its file, which still holds what was there before. Losing the record loses comfort; the backups stay.
/// </summary>
internal sealed class EditRecord(EditPlaces places)
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>As many as there are backups.</summary>
    private const int MostPerFile = 10;

    public static string? Fingerprint(ReadOnlyMemory<byte>? content) => content is { } bytes ? Sha1.Hex(bytes.Span) : null;

    /// <summary>The oldest first.</summary>
    /// <exception cref="IOException">It cannot be read at this moment; the message names it.</exception>
    public ImmutableArray<RecordedEdit> Read(string file) => [.. ReadAll().Where(edit => edit.File == file)];

    /// <exception cref="IOException">It cannot be written; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Add(IEnumerable<RecordedEdit> edits) => Write([.. ReadAll(), .. edits]);

    /// <summary>Of edits that were not made.</summary>
    public void TakeBack(IEnumerable<RecordedEdit> edits)
    {
        var gone = edits.Select(edit => (edit.File, edit.At, edit.After)).ToHashSet();
        Write([.. ReadAll().Where(edit => !gone.Contains((edit.File, edit.At, edit.After)))]);
    }

    public static RecordedEdit Of(FileChange change, DateTimeOffset at, string what, string? backup) => new(
        change.Target.FullName,
        at,
        what,
        Fingerprint(change.Before),
        Fingerprint(change.After),
        backup,
        [.. change.Intent.Changes.Select(one => new RecordedChange(one.Key, (one as SettingsChange.Put)?.Value))]);

    public static LastEdit Public(RecordedEdit edit) => new(
        edit.File,
        edit.At,
        edit.What,
        edit.After,
        [.. edit.Changes.Select(one => one.Value is { } value
            ? (SettingsChange)new SettingsChange.Put(one.Name, value)
            : new SettingsChange.Remove(one.Name))]);

    /// <exception cref="IOException">It cannot be read at this moment: to write it anew would lose what is in it.</exception>
    private ImmutableArray<RecordedEdit> ReadAll() => GuardedFile.Read(places.Record, MostBytes) switch
    {
        FileReading.Content(var bytes, _) => Parse(bytes),
        FileReading.Refused(var reason) => throw new IOException($"'{places.Record}' {reason}."),
        _ => [],
    };

    private static ImmutableArray<RecordedEdit> Parse(byte[] bytes)
    {
        try
        {
            var edits = JsonSerializer.Deserialize(bytes, EditJson.Default.ImmutableArrayRecordedEdit);
            return edits.IsDefault
                ? []
                :
                [
                    .. edits
                        .Where(edit => edit is { File: not null, What: not null })
                        .Select(edit => edit with { Changes = edit.Changes.IsDefault ? [] : edit.Changes }),
                ];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private void Write(ImmutableArray<RecordedEdit> edits) => AtomicFile.Write(
        places.Record,
        JsonSerializer.SerializeToUtf8Bytes(
            [.. edits.GroupBy(edit => edit.File).SelectMany(ofFile => ofFile.TakeLast(MostPerFile))],
            EditJson.Default.ImmutableArrayRecordedEdit));
}

using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>
/// Says what several files are to become, while they become it: whoever finds it after a crash completes it (docs/writing.md).
/// It is written before the first of them is, and removed after the last.
/// </summary>
internal sealed class EditJournal(EditPlaces places)
{
    /// <summary>A few files of the largest size, in Base64.</summary>
    private const int MostBytes = 4 * 2 * GuardedFile.ConfigFileLimit;

    public bool IsThere => File.Exists(places.Journal);

    /// <exception cref="IOException">It cannot be written, so the files must not be; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Write(string what, IEnumerable<FileChange> changes) => AtomicFile.Write(
        places.Journal,
        JsonSerializer.SerializeToUtf8Bytes(
            new JournalText(what, [.. changes.Select(change => new JournalFile(
                change.Target.Asked,
                EditRecord.Fingerprint(change.Before),
                change.After is { } after ? Convert.ToBase64String(after.Span) : null))]),
            EditJson.Default.JournalText));

    /// <summary>Null when it cannot be read.</summary>
    public JournalText? Read()
    {
        try
        {
            return GuardedFile.Read(places.Journal, MostBytes) is FileReading.Content content
                && JsonSerializer.Deserialize(content.Bytes, EditJson.Default.JournalText) is { What: not null, Files.IsDefault: false } text
                && text.Files.All(file => file is { File: not null } && (file.After is null || Base64.IsValid(file.After)))
                    ? text
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Durably: one that came back after a power cut would undo what was done since.</summary>
    /// <exception cref="IOException">It is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Remove()
    {
        if (IsThere)
        {
            FileRemoval.Remove(WriteTarget.Find(places.Journal));
        }
    }

    /// <summary>It may be of a later version, or of interest to us: kept, but out of the way. Returns where.</summary>
    public string SetAside()
    {
        PatientFile.MoveOver(places.Journal, places.Journal + ".unreadable");
        return places.Journal + ".unreadable";
    }
}

/// <param name="What">What the edit was for.</param>
internal sealed record JournalText(string What, ImmutableArray<JournalFile> Files);

/// <param name="File">Full path, as it was asked for.</param>
/// <param name="Before">Fingerprint of what is to be replaced; null: no file.</param>
/// <param name="After">In Base64; null: to be taken away.</param>
internal sealed record JournalFile(string File, string? Before, string? After)
{
    [JsonIgnore]
    public ReadOnlyMemory<byte>? Content => After is { } text ? Convert.FromBase64String(text) : (ReadOnlyMemory<byte>?)null;

    /// <summary>The bytes may hold secrets.</summary>
    public override string ToString() => File;
}

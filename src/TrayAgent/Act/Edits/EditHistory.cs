using System.Collections.Immutable;
using TrayAgent.Core.Show;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>What a file held before each of our edits, as far as it is kept, and the way back to one of them.</summary>
internal static class EditHistory
{
    /// <summary>The latest first.</summary>
    /// <exception cref="IOException">What is kept cannot be read at this moment.</exception>
    public static ImmutableArray<KeptState> Of(EditStore store, string file)
    {
        var edits = store.Record.Read(file);
        return
        [
            .. store.Backups.Of(file).Reverse().Select(kept => new KeptState(
                kept.Number, kept.At, edits.LastOrDefault(edit => edit.Backup == kept.Path)?.What)),
        ];
    }

    /// <summary>All of the file as it was then, but only over what is in it now: a person is shown what that takes away.</summary>
    /// <exception cref="IOException">The file cannot be read; the message is for a person.</exception>
    public static Intent Restoring(EditStore store, WriteTarget target, KeptState state)
    {
        var (wanted, seen) = (Content(store, target, state), EditRecord.Fingerprint(CurrentBytes.Of(target)));
        return new Intent(
            target.Asked,
            now => wanted is not { } content ? new Wanted.Refused($"'{target.Asked}' was left as it is: its backup is no longer there, or was changed.")
                : EditRecord.Fingerprint(now) == seen || FileChange.Same(now, content) ? new Wanted.Bytes(content)
                : new Wanted.Refused($"'{target.Asked}' was changed meanwhile, so it was left as it is. Look at the change again."),
            []);
    }

    private static ReadOnlyMemory<byte>? Content(EditStore store, WriteTarget target, KeptState state)
    {
        var path = store.Backups.Of(target.FullName).FirstOrDefault(kept => kept.Number == state.Number).Path;
        return path is null ? null
            : store.Record.Read(target.FullName).LastOrDefault(edit => edit.Backup == path) is { } edit ? KeptContent.Before(edit)
            : GuardedFile.Read(path, GuardedFile.ConfigFileLimit) is FileReading.Content content ? content.Bytes
            : (ReadOnlyMemory<byte>?)null;
    }
}

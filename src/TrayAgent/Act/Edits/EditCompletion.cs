using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>
/// Completes an edit of several files that a crash cut short: a file that is still as it was is written,
/// one that somebody else changed meanwhile is left alone, and that is said.
/// </summary>
internal sealed class EditCompletion(EditStore store)
{
    private enum Found
    {
        Done,
        Completed,
        Foreign,
        Failed,
    }

    /// <summary>One sentence about what was done; null when nothing was. Whoever calls holds the lock.</summary>
    public string? Run()
    {
        if (!store.Journal.IsThere)
        {
            return null;
        }

        if (store.Journal.Read() is not { } journal)
        {
            return $"An edit was interrupted, and what was to become of it cannot be read. It was put aside as '{store.Journal.SetAside()}'.";
        }

        var files = journal.Files.Select(file => (file.File, Seen: Complete(file))).ToArray();
        if (!files.Any(file => file.Seen.Found == Found.Failed))
        {
            store.Journal.Remove();
        }

        return files.Any(file => file.Seen.Found != Found.Done)
            ? string.Join(' ', files
                .Where(file => file.Seen.Found != Found.Done)
                .Select(file => file.Seen.Text)
                .Prepend($"An edit was interrupted ('{journal.What}')."))
            : null;
    }

    private static (Found Found, string Text) Complete(JournalFile file)
    {
        try
        {
            var target = WriteTarget.Of(file.File);
            var now = CurrentBytes.Of(target);
            return FileChange.Same(now, file.Content) ? (Found.Done, "")
                : EditRecord.Fingerprint(now) != file.Before || Write(target, now, file.Content) == WriteResult.Kept
                    ? (Found.Foreign, $"'{file.File}' was changed by another program since then and was left as it is.")
                    : (Found.Completed, $"'{file.File}' was completed now.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (Found.Failed, EditWords.Sentence(e));
        }
    }

    private static WriteResult Write(WriteTarget target, ReadOnlyMemory<byte>? before, ReadOnlyMemory<byte>? after)
    {
        if (after is not { } content)
        {
            return FileRemoval.Remove(target, before ?? default);
        }

        using var pending = PendingWrite.Reserve(target, Audience.AsBefore);
        return pending.CommitOver(before, content.Span);
    }
}

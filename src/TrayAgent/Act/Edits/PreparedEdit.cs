using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>
/// An edit of one file or several of which everything is done that can fail beforehand: places taken, backups made, recorded.
/// Then all files are written, or none: what was written is taken back when a later one cannot be.
/// </summary>
internal sealed class PreparedEdit : IDisposable
{
    private readonly EditStore _store;
    private readonly string _what;
    private readonly List<EditPart> _parts = [];

    private PreparedEdit(EditStore store, string what) => (_store, _what) = (store, what);

    public IReadOnlyList<EditPart> Parts => _parts;

    public ImmutableArray<FileEdit> Edits => [.. _parts.Select(part => part.Change.Edit)];

    /// <exception cref="IOException">A file may not or cannot be written; the message is for a person.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static PreparedEdit Make(EditStore store, string what, IEnumerable<FileChange> changes)
    {
        var edit = new PreparedEdit(store, what);
        try
        {
            edit._parts.AddRange(changes.Select(EditPart.Reserve));
            edit.Remember();
            return edit;
        }
        catch
        {
            edit.TakeBack(edit._parts);
            edit.Dispose();
            throw;
        }
    }

    public CommitEnd Commit()
    {
        if (!_parts.All(part => part.IsStillBefore))
        {
            return Unwind(0, null);
        }

        var worst = WriteResult.Written;
        for (var i = 0; i < _parts.Count; i++)
        {
            try
            {
                if (_parts.Count > 1 && i == 0)
                {
                    _store.Journal.Write(_what, _parts.Select(part => part.Change));
                }

                var result = _parts[i].Commit();
                if (result == WriteResult.Kept)
                {
                    return Unwind(i, null);
                }

                worst = result == WriteResult.Unconfirmed ? result : worst;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Unwind(i, EditWords.Failed(e));
            }
        }

        // When it cannot be removed, the next start finds that all of it is done.
        RemoveJournal();
        _parts.ForEach(part => _store.Backups.Prune(part.Change.Target.FullName));
        return new CommitEnd.Done(worst);
    }

    public void Dispose() => _parts.ForEach(part => part.Dispose());

    private void Remember()
    {
        var now = _store.Time.GetUtcNow();
        foreach (var part in _parts)
        {
            var (target, before) = (part.Change.Target, part.Change.Before);
            var backup = before is { } content ? _store.Backups.Keep(target.FullName, content) : null;
            part.Entry = EditRecord.Of(part.Change, now, _what, backup);
        }

        _store.Record.Add(_parts.Select(part => part.Entry!));
    }

    /// <param name="written">How many of the files were, from the first on.</param>
    /// <param name="reason">Null: somebody else wrote meanwhile.</param>
    private CommitEnd Unwind(int written, string? reason)
    {
        var (stays, problem) = written > 0 ? EditReversal.Run(_store, _what, _parts[..written]) : ([], null);
        reason = problem ?? reason;

        // Then the next start makes this edit, or takes it back, and what was kept for it is needed.
        var later = problem is not null || !RemoveJournal();
        if (!later)
        {
            TakeBack(_parts.Except(stays));
        }

        var rest = later ? " " + EditWords.Later : "";
        return !stays.IsEmpty
            ? new CommitEnd.Half([.. stays.Select(part => part.Change.Edit)], EditWords.Half(stays, _parts.Except(stays), reason) + rest)
            : reason is null && !later ? new CommitEnd.Kept()
            : new CommitEnd.Failed((reason ?? EditWords.Contended(_parts.Select(part => part.Change.Target.Asked))) + rest);
    }

    /// <summary>What is left of it costs room and misleads nobody: a recorded edit that its file does not show was not made.</summary>
    private void TakeBack(IEnumerable<EditPart> parts)
    {
        RecordedEdit[] entries = [.. parts.Select(part => part.Entry).OfType<RecordedEdit>()];
        try
        {
            _store.Record.TakeBack(entries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }

        foreach (var backup in entries.Select(entry => entry.Backup).OfType<string>())
        {
            Backups.Drop(backup);
        }
    }

    private bool RemoveJournal()
    {
        try
        {
            _store.Journal.Remove();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Edits;

/// <summary>What is wrong in a home after an edit that was broken in the middle.</summary>
internal sealed class EditVerdict(EditRun.Shape shape, EditedHome home, WriterEnd end)
{
    private readonly string?[] _found = home.Contents();

    public IEnumerable<string> Wrong()
    {
        for (var i = 0; i < _found.Length; i++)
        {
            if (_found[i] != shape.New[i] && (end.Succeeded || _found[i] != shape.Old[i]))
            {
                yield return $"exit code {end.ExitCode}, but '{EditedHome.Names[i]}' has {Content.Describe(_found[i])}";
            }
        }

        if (!end.WasKilled && !end.Succeeded && !end.Failed)
        {
            yield return $"exit code {end.ExitCode}: {end.Error}";
        }

        if (end.Failed && end.Error.Trim() is var text && (text.Length == 0 || text.Contains('\n') || !text.EndsWith('.')))
        {
            yield return $"not one sentence: {end.Error}";
        }

        foreach (var backup in shape.OldBackups.Except(home.Backups()))
        {
            yield return $"a backup is lost: {Content.Describe(backup)}";
        }

        foreach (var what in MissingBackups().Concat(home.Readable()))
        {
            yield return what;
        }
    }

    /// <param name="edit">How the edit itself ended.</param>
    public IEnumerable<string> AfterStart(WriterEnd edit)
    {
        if (!end.Succeeded || end.Error.Trim().Contains('\n'))
        {
            yield return $"the next start says: {end.Error}";
        }

        if (!_found.SequenceEqual(shape.New) && (edit.Succeeded || !_found.SequenceEqual(shape.Old)))
        {
            yield return $"half after the next start ({end.Error.Trim()}): {string.Join(", ", _found.Select(Content.Describe))}";
        }

        if (home.HasJournal)
        {
            yield return "the journal is still there";
        }

        foreach (var what in MissingBackups())
        {
            yield return what;
        }
    }

    private IEnumerable<string> MissingBackups() =>
        from i in Enumerable.Range(0, _found.Length)
        where _found[i] == shape.New[i] && shape.Old[i] is { } old && old != shape.New[i] && !home.Backups().Contains(old)
        select $"'{EditedHome.Names[i]}' is written without a backup";
}

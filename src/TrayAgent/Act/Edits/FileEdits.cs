using System.Collections.Immutable;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>
/// Edits files that people and other programs edit too: nothing of theirs is lost, several files change together or not at all,
/// and what was there is kept and can be had back. docs/writing.md says what is guaranteed.
/// </summary>
internal sealed class FileEdits
{
    private readonly EditStore _store;
    private readonly EditRun _run;

    /// <param name="say">Gets the sentence about an interrupted edit that was completed: standard error of a verb, the agent's log.</param>
    public FileEdits(AwsPaths aws, AgentPaths agent, TimeProvider time, Action<string> say)
    {
        _store = new EditStore(new EditPlaces(aws, agent), time);
        _run = new EditRun(_store, aws, time, say);
    }

    /// <summary>Of content, to compare with <see cref="LastEdit.Fingerprint"/>.</summary>
    public static string FingerprintOf(ReadOnlySpan<byte> content) => Sha1.Hex(content);

    /// <summary>What <see cref="ApplyAsync"/> would do now. Writes nothing and makes no folder.</summary>
    public async Task<EditPreview> PreviewAsync(IReadOnlyList<EditPlan> plans, CancellationToken cancellationToken)
    {
        try
        {
            return await _run.PreviewAsync(plans.Select(Intent.Of), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new EditPreview.Refused(EditWords.Failed(e));
        }
    }

    /// <summary>Changes all files or none.</summary>
    /// <param name="what">For the record and for whoever completes it after a crash: a few words, shown to people.</param>
    /// <param name="plans">One for each file.</param>
    /// <exception cref="OperationCanceledException">Nothing was changed.</exception>
    public Task<EditOutcome> ApplyAsync(string what, IReadOnlyList<EditPlan> plans, CancellationToken cancellationToken) =>
        _run.RunAsync(what, [.. plans.Select(Intent.Of)], cancellationToken);

    /// <summary>Takes back the last edit of a file, if the file still is as we left it. This is an edit too: undone, it is made again.</summary>
    /// <exception cref="OperationCanceledException">Nothing was changed.</exception>
    public async Task<EditOutcome> UndoAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return Undo(file) is var (edit, intent)
                ? await _run.RunAsync(EditWords.Undo(edit.What), [intent], cancellationToken)
                : new EditOutcome.NothingToDo($"TrayAgent has not changed '{file}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new EditOutcome.Refused(EditWords.Failed(e));
        }
    }

    /// <summary>What <see cref="UndoAsync"/> would do now; the content of a file that it would remove is empty.</summary>
    public async Task<EditPreview> PreviewUndoAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await _run.PreviewAsync(Undo(file) is var (_, intent) ? [intent] : [], cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new EditPreview.Refused(EditWords.Failed(e));
        }
    }

    /// <summary>What was in a file before each of our edits, the latest first; empty when we never edited it, or that cannot be read.</summary>
    public ImmutableArray<KeptState> Kept(string file)
    {
        try
        {
            return EditHistory.Of(_store, WriteTarget.Find(file).FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>What <see cref="RestoreAsync"/> would do, and what makes it do just that.</summary>
    public async Task<(EditPreview Preview, Intent? Restoring)> PreviewRestoreAsync(string file, KeptState state, CancellationToken cancellationToken)
    {
        try
        {
            var restoring = EditHistory.Restoring(_store, WriteTarget.Find(file), state);
            return (await _run.PreviewAsync([restoring], cancellationToken), restoring);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (new EditPreview.Refused(EditWords.Failed(e)), null);
        }
    }

    /// <summary>Gives the file the bytes that it had then. This is an edit too, and can be undone.</summary>
    /// <param name="restoring">Of the preview.</param>
    /// <exception cref="OperationCanceledException">Nothing was changed.</exception>
    public Task<EditOutcome> RestoreAsync(Intent restoring, KeptState state, CancellationToken cancellationToken) =>
        _run.RunAsync($"back to {state.Number}", [restoring], cancellationToken);

    /// <inheritdoc cref="EditRun.CompleteAsync"/>
    public Task CompleteAsync(CancellationToken cancellationToken) => _run.CompleteAsync(cancellationToken);

    /// <summary>Null when we never edited it, or that is forgotten.</summary>
    public LastEdit? Last(string file)
    {
        try
        {
            return _store.Record.Read(WriteTarget.Find(file).FullName) is [.., var last] ? EditRecord.Public(last) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What the last edit left in the file; null when that is not to be had any more.</summary>
    public ReadOnlyMemory<byte>? LastContent(string file)
    {
        try
        {
            var edits = _store.Record.Read(WriteTarget.Find(file).FullName);
            return edits is [.., var last] ? KeptContent.After(edits, last) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private (RecordedEdit Edit, Intent Intent)? Undo(string file)
    {
        var target = WriteTarget.Find(file);
        return UndoChoice.Of(_store.Record.Read(target.FullName), CurrentBytes.Of(target)) is { } edit
            ? (edit, UndoChoice.Undoing(target, edit))
            : null;
    }
}

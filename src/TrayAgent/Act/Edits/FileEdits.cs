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
/// <param name="say">Gets the sentence about an interrupted edit that was completed: standard error of a verb, the agent's log.</param>
internal sealed class FileEdits(AwsPaths aws, AgentPaths agent, TimeProvider time, Action<string> say)
{
    private const int Retries = 3;

    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(10);

    private readonly EditStore _store = new(new EditPlaces(aws, agent), time);
    private readonly FileLook _look = new(time);

    /// <summary>Of content, to compare with <see cref="LastEdit.Fingerprint"/>.</summary>
    public static string FingerprintOf(ReadOnlySpan<byte> content) => Sha1.Hex(content);

    /// <summary>What <see cref="ApplyAsync"/> would do now. Writes nothing and makes no folder.</summary>
    public async Task<EditPreview> PreviewAsync(IReadOnlyList<EditPlan> plans, CancellationToken cancellationToken)
    {
        try
        {
            return await PreviewAsync(plans.Select(Intent.Of), cancellationToken);
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
        RunAsync(what, [.. plans.Select(Intent.Of)], cancellationToken);

    /// <summary>Takes back the last edit of a file, if the file still is as we left it. This is an edit too: undone, it is made again.</summary>
    /// <exception cref="OperationCanceledException">Nothing was changed.</exception>
    public async Task<EditOutcome> UndoAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return Undo(file) is var (edit, intent)
                ? await RunAsync(EditWords.Undo(edit.What), [intent], cancellationToken)
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
            return await PreviewAsync(Undo(file) is var (_, intent) ? [intent] : [], cancellationToken);
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
            return (await PreviewAsync([restoring], cancellationToken), restoring);
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
        RunAsync($"back to {state.Number}", [restoring], cancellationToken);

    /// <summary>At the start of the agent, and of every verb that edits: completes what a crash cut short, and sweeps.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            _store.Places.Sweep(time.GetUtcNow());
            if (_store.Journal.IsThere && await LockAsync(cancellationToken) is { } held)
            {
                using (held)
                {
                    Complete();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            say(EditWords.Failed(e));
        }
    }

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

    private async Task<EditPreview> PreviewAsync(IEnumerable<Intent> intents, CancellationToken cancellationToken) =>
        await PlanAsync(intents, cancellationToken) switch
        {
            (_, { } refusal) => new EditPreview.Refused(refusal),
            var (changes, _) => new EditPreview.Changes([.. changes.Select(change => change.Edit)]),
        };

    private async Task<EditOutcome> RunAsync(string what, ImmutableArray<Intent> intents, CancellationToken cancellationToken)
    {
        PreparedEdit? edit = null;
        try
        {
            using (var held = await LockAsync(cancellationToken))
            {
                if (held is null)
                {
                    return new EditOutcome.Refused(EditWords.Busy);
                }

                _store.Places.Create();
                Complete();
                SweepBeside(intents);
                (edit, var ended) = await WriteAsync(what, intents, cancellationToken);
                if (ended is not EditOutcome.Written)
                {
                    return ended;
                }
            }

            return await new EditCheck(_store, time, LockAsync).RunAsync(what, edit!, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new EditOutcome.Refused(EditWords.Failed(e));
        }
        finally
        {
            edit?.Dispose();
        }
    }

    private async Task<(PreparedEdit? Edit, EditOutcome Outcome)> WriteAsync(
        string what, ImmutableArray<Intent> intents, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt <= Retries; attempt++)
        {
            var (changes, refusal) = await PlanAsync(intents, cancellationToken);
            if (refusal is not null)
            {
                return (null, new EditOutcome.Refused(refusal));
            }

            if (changes.IsEmpty)
            {
                return (null, new EditOutcome.NothingToDo(EditWords.NothingToDo));
            }

            cancellationToken.ThrowIfCancellationRequested();
            var edit = PreparedEdit.Make(_store, what, changes);
            switch (edit.Commit())
            {
                case CommitEnd.Done(var result):
                    return (edit, result == WriteResult.Unconfirmed
                        ? new EditOutcome.Unconfirmed(edit.Edits, EditWords.Unconfirmed(edit.Parts))
                        : new EditOutcome.Written(edit.Edits, EditWords.Written(edit.Parts)));
                case CommitEnd.Failed(var text):
                    return (edit, new EditOutcome.Refused(text));
                case CommitEnd.Half(var edits, var text):
                    return (edit, new EditOutcome.Half(edits, text));
                default:
                    edit.Dispose();
                    break;
            }
        }

        return (null, new EditOutcome.Contended(EditWords.Contended(intents.Select(intent => intent.File))));
    }

    /// <summary>Only what changes something; or the first refusal.</summary>
    private async Task<(ImmutableArray<FileChange> Changes, string? Refusal)> PlanAsync(
        IEnumerable<Intent> intents, CancellationToken cancellationToken)
    {
        var changes = ImmutableArray.CreateBuilder<FileChange>();
        foreach (var intent in intents)
        {
            switch (await _look.PlanAsync(intent, cancellationToken))
            {
                case Planned.Refused(var text):
                    return ([], text);
                case Planned.Change(var change) when !change.ChangesNothing:
                    changes.Add(change);
                    break;
            }
        }

        return (changes.ToImmutable(), null);
    }

    /// <summary>What a process of ours left there that was killed while it wrote.</summary>
    private void SweepBeside(ImmutableArray<Intent> intents)
    {
        foreach (var folder in intents.Select(intent => WriteTarget.Find(intent.File).Folder).Distinct())
        {
            TemporaryNames.Sweep(folder, time.GetUtcNow());
        }
    }

    private void Complete()
    {
        if (new EditCompletion(_store).Run() is { } sentence)
        {
            say(sentence);
        }
    }

    /// <summary>Null when somebody holds it for longer than an edit takes.</summary>
    private async Task<FileLock?> LockAsync(CancellationToken cancellationToken)
    {
        OwnFolder.CreatePrivate(aws.Locks);
        using var limit = new CancellationTokenSource(LockLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FileLock.TakeAsync(_store.Places.Lock, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}

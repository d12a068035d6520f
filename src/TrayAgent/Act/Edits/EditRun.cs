using System.Collections.Immutable;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>From what is wanted of some files to all of them written, one edit at a time on this machine.</summary>
/// <inheritdoc cref="FileEdits(AwsPaths, AgentPaths, TimeProvider, Action{string})" path="/param"/>
internal sealed class EditRun(EditStore store, AwsPaths aws, TimeProvider time, Action<string> say)
{
    private const int Retries = 3;

    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(10);

    private readonly FileLook _look = new(time);

    public async Task<EditOutcome> RunAsync(string what, ImmutableArray<Intent> intents, CancellationToken cancellationToken)
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

                store.Places.Create();
                Complete();
                SweepBeside(intents);
                (edit, var ended) = await WriteAsync(what, intents, cancellationToken);
                if (ended is not EditOutcome.Written)
                {
                    return ended;
                }
            }

            return await new EditCheck(store, time, LockAsync).RunAsync(what, edit!, cancellationToken);
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

    /// <summary>At the start of the agent, and of every verb that edits: completes what a crash cut short, and sweeps.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            store.Places.Sweep(time.GetUtcNow());
            if (store.Journal.IsThere && await LockAsync(cancellationToken) is { } held)
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

    public async Task<EditPreview> PreviewAsync(IEnumerable<Intent> intents, CancellationToken cancellationToken) =>
        await PlanAsync(intents, cancellationToken) switch
        {
            (_, { } refusal) => new EditPreview.Refused(refusal),
            var (changes, _) => new EditPreview.Changes([.. changes.Select(change => change.Edit)]),
        };

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
            var edit = PreparedEdit.Make(store, what, changes);
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
        if (new EditCompletion(store).Run() is { } sentence)
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
            return await FileLock.TakeAsync(store.Places.Lock, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}

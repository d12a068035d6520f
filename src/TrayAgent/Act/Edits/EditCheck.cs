using System.Collections.Immutable;
using TrayAgent.Files;

namespace TrayAgent.Act.Edits;

/// <summary>
/// Looks again half a second after an edit: another program may have written what it had read before, and so removed the change
/// (claude-code.md 7); or it had the old file open, and wrote where nobody looks any more.
/// </summary>
internal sealed class EditCheck(EditStore store, TimeProvider time, Func<CancellationToken, Task<FileLock?>> lockAsync)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly FileLook _look = new(time);

    public async Task<EditOutcome> RunAsync(string what, PreparedEdit edit, CancellationToken cancellationToken)
    {
        var text = EditWords.Written(edit.Parts);
        try
        {
            await Task.Delay(Pause, time, cancellationToken);
            var lost = ImmutableArray.CreateBuilder<string>();
            foreach (var part in edit.Parts)
            {
                if (part.WrittenLate() is { } late && await AddToAsync(what, part, late, cancellationToken) is { } sentence)
                {
                    text += " " + sentence;
                }

                if (!await IsThereAsync(part, cancellationToken))
                {
                    lost.Add(part.Change.Target.Asked);
                }
            }

            return lost.Count == 0
                ? new EditOutcome.Written(edit.Edits, text)
                : new EditOutcome.Lost(edit.Edits, lost.ToImmutable(), EditWords.Lost(lost) + text[EditWords.Written(edit.Parts).Length..]);
        }
        catch (OperationCanceledException)
        {
            // It is written; who is in a hurry is not told more.
            return new EditOutcome.Written(edit.Edits, text);
        }
    }

    private async Task<bool> IsThereAsync(EditPart part, CancellationToken cancellationToken)
    {
        try
        {
            return part.IsStillAfter
                || (await _look.PlanAsync(part.Change.Intent, cancellationToken) is Planned.Change(var again) && again.ChangesNothing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is something else in its place, and nothing that may be edited.
            return false;
        }
    }

    /// <summary>
    /// Somebody wrote to the file that lost its place to ours: what they wrote gets our change, and is what they meant to leave.
    /// Where that cannot be it is kept, and the sentence says where.
    /// </summary>
    private async Task<string?> AddToAsync(string what, EditPart part, ReadOnlyMemory<byte> late, CancellationToken cancellationToken)
    {
        var file = part.Change.Target;
        try
        {
            using var held = await lockAsync(cancellationToken);
            if (part.IsStillAfter && part.Change.Intent.Change(late) is Wanted.Bytes(var merged))
            {
                using var edit = PreparedEdit.Make(store, what, [part.Change with { Before = part.Change.After, After = merged }]);
                if (edit.Commit() is CommitEnd.Done)
                {
                    return null;
                }
            }

            return $"What another program wrote to '{file.Asked}' at the same moment is in '{store.Backups.Keep(file.FullName, late)}'.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"What another program wrote to '{file.Asked}' at the same moment is lost: {EditWords.Sentence(e)}";
        }
    }
}

using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Act.Edits;

/// <summary>An <see cref="EditPlan"/>, or an undo, which may also take a file away.</summary>
/// <param name="Change">From what is there (null: no file) to what is to be there.</param>
internal sealed record Intent(string File, Func<ReadOnlyMemory<byte>?, Wanted> Change, ImmutableArray<SettingsChange> Changes)
{
    public static Intent Of(EditPlan plan) => new(
        plan.File,
        before => plan.Change(before ?? default) switch
        {
            // An editor makes an empty file of nothing when it has nothing to change: that needs none.
            Edited.Content(var bytes) => before is null && bytes.IsEmpty ? new Wanted.Bytes(null) : new Wanted.Bytes(bytes),
            Edited.Refused(var problem) => new Wanted.Refused(problem.ToString()),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        plan.Changes);
}

using TrayAgent.Act.Edits;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Show;

namespace TrayAgent.Act;

/// <summary>Writes settings of Claude Code because a person chose it in the tray, or takes that back.</summary>
internal sealed class SettingsFixes(FileEdits edits)
{
    public async Task<RepairOutcome> WriteAsync(AcceptedEdit accepted, string what, CancellationToken cancellationToken)
    {
        var file = accepted.Edit.File;
        var outcome = await edits.ApplyAsync(what, [Plan(accepted)], cancellationToken);
        return Outcome(file, outcome, RepairResult.Repaired, RestartWords.Of(accepted.Edit));
    }

    public async Task<RepairOutcome> UndoAsync(string file, CancellationToken cancellationToken) =>
        Outcome(file, await edits.UndoAsync(file, cancellationToken), RepairResult.Undone, null);

    public static EditPlan Plan(AcceptedEdit accepted) => new(accepted.Edit.File, accepted.Apply) { Changes = accepted.Edit.Changes };

    private static RepairOutcome Outcome(string file, EditOutcome outcome, RepairResult done, string? note) => outcome switch
    {
        EditOutcome.Written or EditOutcome.Unconfirmed =>
            new RepairOutcome(file, done, note is null ? outcome.Text : $"{outcome.Text} {note}"),
        EditOutcome.NothingToDo => new RepairOutcome(file, RepairResult.NotNeeded, outcome.Text),
        _ => new RepairOutcome(file, RepairResult.Failed, outcome.Text),
    };
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide;

/// <summary>What a click on a change of Claude Code's settings does: what was shown, or nothing.</summary>
internal static class SettingsChoices
{
    public static Effect Write(Choice.WriteSettings choice, Assessment assessment)
    {
        var claude = assessment.Snapshot.Claude;
        return assessment.Findings.FirstOrDefault(finding => finding.Code == choice.Code && finding.Subject == choice.Subject) switch
        {
            null => Answer(claude.UserFile, RepairResult.NotNeeded, $"'{claude.UserFile}' needs this change no longer."),
            { Remedy.Edit: { } edit } when SettingsChangeWords.Preview(edit, claude) == choice.Preview =>
                new Effect.WriteSettings(AcceptedEdit.Of(edit, claude), $"fix {choice.Code}"),
            _ => Answer(
                claude.UserFile,
                RepairResult.Failed,
                $"Something changed since this was shown, so '{claude.UserFile}' was left as it is. Look at the change again."),
        };
    }

    public static Effect Undo(Choice.UndoSettings choice, Assessment assessment)
    {
        var file = assessment.Snapshot.Claude.UserFile;
        return Undoable(assessment.Snapshot) is { } last && last.At == choice.At
            ? new Effect.UndoSettings(file)
            : Answer(file, RepairResult.Failed, $"'{file}' was changed since then, so it was left as it is.");
    }

    /// <summary>Our last edit, when the file is still as we left it, or at least what we wrote; null: there is none.</summary>
    public static OwnEdit? Undoable(Snapshot snapshot)
    {
        var layer = snapshot.Claude.Layers.FirstOrDefault(found => found.Scope == SettingsScope.User);
        return snapshot.SettingsFile is { OwnEdit: { } edit, Refusal: null }
            && (edit.IsLatest || (!edit.Changes.IsEmpty && edit.Changes.All(change => change.IsIn(layer))))
                ? edit
                : null;
    }

    /// <summary>What is gone stays gone, and is not missed any more.</summary>
    public static Effect Leave(Assessment assessment) => new Effect.RememberKeys(assessment.Snapshot.KnownKeys, KeyWatch.WithoutLost(assessment.Snapshot));

    private static Effect.Notify Answer(string file, RepairResult result, string text) =>
        new(Show.Notices.Repaired(new RepairOutcome(file, result, text)));
}

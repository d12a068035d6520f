using TrayAgent.Act.Edits;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary>Takes our last edit of the user's settings back, or goes further back.</summary>
internal sealed class ClaudeUndoRun(Machine machine, Streams streams, EditDialogue dialogue, StatusForm form)
{
    private const string Afterwards = "Variables that were in 'env' live on in sessions of Claude Code that run now.";

    private readonly FileEdits _edits = machine.Edits(streams.Error.WriteLine);

    private string SettingsFile => machine.Claude.UserFile;

    public async Task<int> UndoAsync(CancellationToken stop)
    {
        await _edits.CompleteAsync(stop);
        return await dialogue.RunAsync(
            new EditReport(SettingsFile, "", ""),
            await _edits.PreviewUndoAsync(SettingsFile, stop),
            _edits.Last(SettingsFile) is null
                ? $"There is nothing to undo: TrayAgent has not changed '{SettingsFile}'."
                : $"There is nothing to undo: '{SettingsFile}' is as it was before TrayAgent's last change.",
            () => _edits.UndoAsync(SettingsFile, stop),
            Afterwards,
            stop);
    }

    /// <param name="to">A number of the list, or a time.</param>
    public async Task<int> BackToAsync(string to, CancellationToken stop)
    {
        await _edits.CompleteAsync(stop);
        return KeptChoice.Of(to, _edits.Kept(SettingsFile), machine.Time.GetUtcNow(), machine.Time.LocalTimeZone) switch
        {
            KeptChoice.Found(var state) => await BackToAsync(state, stop),
            KeptChoice.Unchanged(var text) => await EndAsync(EditReportOutcome.NothingToDo, text, ExitCode.Fine),
            KeptChoice.Wrong(var text) => await EndAsync(EditReportOutcome.Undecided, text, ExitCode.Usage),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public async Task<int> ListAsync()
    {
        var kept = _edits.Kept(SettingsFile);
        await streams.Out.WriteLineAsync(
            form == StatusForm.Json ? KeptStates.Json(SettingsFile, kept)
            : kept.IsEmpty ? Visible.Of($"Nothing is kept: TrayAgent has not changed '{SettingsFile}', or made it.")
            : KeptStates.Text(kept, machine.Time.LocalTimeZone));
        return ExitCode.Fine;
    }

    private async Task<int> BackToAsync(KeptState state, CancellationToken stop)
    {
        var (preview, restoring) = await _edits.PreviewRestoreAsync(SettingsFile, state, stop);
        return await dialogue.RunAsync(
            new EditReport(SettingsFile, "", "")
            {
                Notes =
                [
                    $"This is all that was in it until {KeptStates.When(state.At, machine.Time.LocalTimeZone)}; "
                    + "what others changed since then goes too.",
                ],
            },
            preview,
            $"There is nothing to undo: '{SettingsFile}' has this content already.",
            () => _edits.RestoreAsync(restoring!, state, stop),
            Afterwards,
            stop);
    }

    private Task<int> EndAsync(string outcome, string text, int exitCode) =>
        dialogue.EndAsync(new EditReport(SettingsFile, outcome, text), exitCode);
}

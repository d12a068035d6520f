using TrayAgent.Act.Edits;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>Shows what would become of a file, asks whether it shall, lets it be written, and says how it went.</summary>
/// <param name="undo">The command that takes it back.</param>
internal sealed class EditDialogue(Streams streams, Consent consent, StatusForm form, string undo)
{
    /// <param name="report">With the file, the notes and what no edit repairs.</param>
    /// <param name="preview">Of the edit.</param>
    /// <param name="nothing">The sentence when there is nothing to do.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="afterwards">What a person must know of it once it is written; null: nothing.</param>
    public async Task<int> RunAsync(
        EditReport report,
        EditPreview preview,
        string nothing,
        Func<Task<EditOutcome>> write,
        string? afterwards,
        CancellationToken stop)
    {
        switch (preview)
        {
            case EditPreview.Refused(var text):
                return await EndAsync(report with { Outcome = EditReportOutcome.Refused, Text = $"{text} Nothing was changed." }, ExitCode.Failed);

            case EditPreview.Changes({ IsEmpty: true }):
                await ShowAsync(report);
                return await EndAsync(report with { Outcome = EditReportOutcome.NothingToDo, Text = nothing, Changes = [] }, ExitCode.Fine);

            case EditPreview.Changes(var edits):
                report = report with { Diff = string.Concat(edits.Select(UnifiedDiff.Of)) };
                await ShowAsync(report);
                return await DecideAsync(report, write, afterwards, stop);

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Says how it ended: good news to standard output, all else to standard error; or everything as JSON.</summary>
    public async Task<int> EndAsync(EditReport report, int exitCode)
    {
        if (form == StatusForm.Json)
        {
            await streams.Out.WriteLineAsync(EditReportJson.Of(report));
        }

        if (form != StatusForm.Json || exitCode != ExitCode.Fine)
        {
            await (exitCode == ExitCode.Fine && form != StatusForm.Json ? streams.Out : streams.Error).WriteLineAsync(Visible.Of(report.Text));
        }

        return exitCode;
    }

    private async Task<int> DecideAsync(EditReport report, Func<Task<EditOutcome>> write, string? afterwards, CancellationToken stop)
    {
        switch (consent)
        {
            case Consent.DryRun:
                return await EndAsync(
                    report with { Outcome = EditReportOutcome.DryRun, Text = "Nothing was written, because of '--dry-run'." }, ExitCode.Fine);

            case Consent.Given:
                return await TellAsync(report, await write(), afterwards);

            default:
                return await AskAsync(report, stop) switch
                {
                    true => await TellAsync(report, await write(), afterwards),
                    false => await EndAsync(
                        report with { Outcome = EditReportOutcome.Declined, Text = "Nothing was written." }, ExitCode.Cancelled),
                    null => await EndAsync(
                        report with
                        {
                            Outcome = EditReportOutcome.NotConfirmed,
                            Text = "Nothing was written, because nobody can be asked here. Write it with '--yes'.",
                        },
                        ExitCode.Usage),
                };
        }
    }

    /// <summary>Null when nobody can be asked; a program is not.</summary>
    private async Task<bool?> AskAsync(EditReport report, CancellationToken stop) => form == StatusForm.Json
        ? null
        : await Confirmation.AskAsync($"Write this to '{report.File}'?", streams, stop);

    private Task<int> TellAsync(EditReport report, EditOutcome outcome, string? afterwards)
    {
        var text = outcome switch
        {
            EditOutcome.Written or EditOutcome.Unconfirmed =>
                string.Join(' ', new[] { outcome.Text, $"Take it back with '{undo}'.", afterwards }.OfType<string>()),
            _ => outcome.Text,
        };
        return EndAsync(report with { Outcome = Word(outcome), Text = text }, outcome is EditOutcome.Written or EditOutcome.NothingToDo ? ExitCode.Fine : ExitCode.Failed);
    }

    private static string Word(EditOutcome outcome) => outcome switch
    {
        EditOutcome.Written => EditReportOutcome.Written,
        EditOutcome.NothingToDo => EditReportOutcome.NothingToDo,
        EditOutcome.Unconfirmed => EditReportOutcome.Unconfirmed,
        EditOutcome.Lost => EditReportOutcome.Lost,
        _ => EditReportOutcome.Refused,
    };

    private async Task ShowAsync(EditReport report)
    {
        if (form == StatusForm.Json)
        {
            return;
        }

        if (report.Diff.Length > 0)
        {
            await streams.Out.WriteLineAsync(report.Diff.TrimEnd('\n'));
        }

        foreach (var note in report.Notes)
        {
            await streams.Error.WriteLineAsync(Visible.Of(note));
        }

        if (!report.Remaining.IsEmpty)
        {
            await streams.Out.WriteLineAsync(RemainingText.Of(
                report.Remaining, streams.Surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain));
        }
    }
}

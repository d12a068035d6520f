using TrayAgent.Act.Edits;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli.Setup;

/// <summary>Shows what would become of each file and what it leads to, and asks whether it shall.</summary>
internal sealed class PreviewStep(SetupOptions options, Questions questions, Streams streams)
{
    public async Task ShowAsync(IReadOnlyList<FileEdit> edits, SetupOutlook outlook)
    {
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            await ShowAsync(edit);
            if (i == edits.Count - 1)
            {
                await ShowAsync(outlook);
            }

            if (options.Consent == Consent.ToAsk
                && !await questions.ConfirmAsync("--yes", $"Accept this change of '{Visible.Of(edit.File)}'"))
            {
                throw SetupEndException.Cancelled(SetupVerb.NothingChanged);
            }
        }
    }

    /// <summary>What stays wrong.</summary>
    public static string Remaining(SetupOutlook outlook, Streams streams) => RemainingText.AllTheSame(
        outlook.Remaining, streams.Surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain);

    /// <summary>Before the last question; what stays wrong is said at the end too, and only there where nobody is asked.</summary>
    private async Task ShowAsync(SetupOutlook outlook)
    {
        foreach (var note in outlook.Notes)
        {
            questions.Say(note);
        }

        if (options.Consent == Consent.ToAsk && !outlook.Remaining.IsEmpty)
        {
            await streams.Error.WriteLineAsync(Remaining(outlook, streams));
        }
    }

    /// <summary>A result where nobody is asked; else part of the question.</summary>
    private Task ShowAsync(FileEdit edit) =>
        (questions.HasTerminal ? streams.Error : streams.Out).WriteLineAsync(UnifiedDiff.Of(edit).TrimEnd('\n'));
}

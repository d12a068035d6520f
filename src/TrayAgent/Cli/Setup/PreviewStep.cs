using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli.Setup;

/// <summary>Shows what would become of each file, and asks whether it shall.</summary>
internal sealed class PreviewStep(SetupOptions options, Questions questions, Streams streams)
{
    public async Task ShowAsync(IReadOnlyList<FileEdit> edits)
    {
        foreach (var edit in edits)
        {
            await ShowAsync(edit);
            if (options.Consent == Consent.ToAsk
                && !await questions.ConfirmAsync("--yes", $"Accept this change of '{Visible.Of(edit.File)}'"))
            {
                throw SetupEndException.Cancelled(SetupVerb.NothingChanged);
            }
        }
    }

    /// <summary>A result where nobody is asked; else part of the question.</summary>
    private Task ShowAsync(FileEdit edit) =>
        (questions.HasTerminal ? streams.Error : streams.Out).WriteLineAsync(UnifiedDiff.Of(edit).TrimEnd('\n'));
}

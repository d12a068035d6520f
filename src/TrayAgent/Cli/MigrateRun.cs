using System.Diagnostics;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Decide.Migrating;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary>One migration, or its undo: the diff goes to stdout, what there is to say about it to stderr.</summary>
internal sealed class MigrateRun(Machine machine, Streams streams, Consent consent)
{
    private readonly FileEdits _edits = machine.Edits(streams.Error.WriteLine);

    public async Task<int> MigrateAsync(string? profile, CancellationToken stop)
    {
        await _edits.CompleteAsync(stop);
        var config = (await machine.Inspector.InspectSettledAsync(stop)).Config;
        if (config.Problems.FirstOrDefault(problem => problem.File == config.ConfigFile) is { } problem)
        {
            await SayAsync(problem.ToString());
            return ExitCode.Failed;
        }

        switch (Migration.Plan(config, profile))
        {
            case MigrationPlan.NotFound(var message):
                await SayAsync(message);
                return ExitCode.Usage;

            case MigrationPlan.NothingToDo(var text):
                await SayAsync([.. text]);
                return ExitCode.Fine;

            case MigrationPlan.Impossible(var text):
                await SayAsync([.. text]);
                return ExitCode.Failed;

            case MigrationPlan.Changes plan:
                EditPlan[] edit = [MigrationEdit.Of(machine.Aws, plan)];
                return await ChangeAsync(
                    [.. plan.Before],
                    await _edits.PreviewAsync(edit, stop),
                    () => _edits.ApplyAsync("migrate", edit, stop),
                    [.. plan.Afterwards],
                    stop);

            default:
                throw new UnreachableException();
        }
    }

    public async Task<int> UndoAsync(CancellationToken stop)
    {
        await _edits.CompleteAsync(stop);
        var file = machine.Aws.ConfigFile;
        if (_edits.Last(file) is not { } last)
        {
            await SayAsync($"TrayAgent has not changed '{file}'.");
            return ExitCode.Fine;
        }

        return await ChangeAsync(
            [$"This takes back TrayAgent's last edit of '{file}' ({last.What})."],
            await _edits.PreviewUndoAsync(file, stop),
            () => _edits.UndoAsync(file, stop),
            [],
            stop);
    }

    private async Task<int> ChangeAsync(
        string[] before, EditPreview preview, Func<Task<EditOutcome>> write, string[] afterwards, CancellationToken stop)
    {
        if (preview is EditPreview.Refused(var reason))
        {
            await SayAsync(reason);
            return ExitCode.Failed;
        }

        await SayAsync(before);
        foreach (var edit in ((EditPreview.Changes)preview).Edits)
        {
            await streams.Out.WriteAsync(UnifiedDiff.Of(edit));
        }

        if (consent == Consent.DryRun)
        {
            return ExitCode.Fine;
        }

        try
        {
            switch (consent == Consent.Given ? true : await Confirmation.AskAsync("Write this?", streams, stop))
            {
                case null:
                    await SayAsync("Nothing was changed: there is no terminal to ask on. Add '--yes' to write this, or '--dry-run' to look only.");
                    return ExitCode.Usage;
                case false:
                    await SayAsync("Nothing was changed.");
                    return ExitCode.Cancelled;
                default:
                    return await TellAsync(await write(), afterwards);
            }
        }
        catch (OperationCanceledException)
        {
            await SayAsync("", "Nothing was changed.");
            return ExitCode.Cancelled;
        }
    }

    private async Task<int> TellAsync(EditOutcome outcome, string[] afterwards)
    {
        if (outcome is not (EditOutcome.Written or EditOutcome.NothingToDo))
        {
            await SayAsync(outcome.Text);
            return ExitCode.Failed;
        }

        await streams.Out.WriteLineAsync(Visible.Of(outcome.Text));
        await SayAsync(afterwards);
        return ExitCode.Fine;
    }

    private async Task SayAsync(params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            await streams.Error.WriteLineAsync(Visible.Of(sentence));
        }
    }
}

using TrayAgent.Act;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary>One <c>claude fix</c> from the look to the last word.</summary>
internal sealed class ClaudeFixRun(Machine machine, Streams streams, EditDialogue dialogue)
{
    private readonly FileEdits _edits = machine.Edits(streams.Error.WriteLine);

    public async Task<int> RunAsync(ClaudeFixRequest request, CancellationToken stop)
    {
        try
        {
            await _edits.CompleteAsync(stop);
            var policy = machine.Settings.Current.Policy;
            var before = Assessor.Assess(await LookAsync(stop), policy);
            return ClaudeFixes.Of(before, request, policy) switch
            {
                ClaudeFix.Undecided(var message) => await EndAsync(EditReportOutcome.Undecided, message, ExitCode.Usage),
                ClaudeFix.Refused(var message) => await EndAsync(EditReportOutcome.Refused, message, ExitCode.Failed),
                ClaudeFix.Planned planned => await ChangeAsync(before, planned, stop),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("\nCancelled. Nothing was written.");
            return ExitCode.Cancelled;
        }
    }

    /// <summary>What the person had in the tray as "Leave it".</summary>
    public async Task<int> LeaveLostAsync(CancellationToken stop)
    {
        var snapshot = await LookAsync(stop);
        if (snapshot.LostKeys.IsEmpty)
        {
            return await EndAsync(EditReportOutcome.NothingToDo, "Nothing is missing.", ExitCode.Fine);
        }

        await RememberAsync(KeyWatch.WithoutLost(snapshot));
        return await EndAsync(
            EditReportOutcome.Written, $"{Phrase.Names(snapshot.LostKeys.Select(key => key.Key))} will not be missed any more.", ExitCode.Fine);
    }

    /// <summary>What vanished from the settings a moment ago may be on its way back; "nothing is missing" would be a guess.</summary>
    private async Task<Snapshot> LookAsync(CancellationToken stop)
    {
        while (true)
        {
            var snapshot = await machine.Inspector.InspectSettledAsync(stop);
            if (KeyWatch.NextAt(snapshot) - snapshot.Now is not { } left || left <= TimeSpan.Zero)
            {
                return snapshot;
            }

            await Task.Delay(left, machine.Time, stop);
        }
    }

    private async Task<int> ChangeAsync(Assessment before, ClaudeFix.Planned planned, CancellationToken stop)
    {
        var claude = before.Snapshot.Claude;
        var plan = SettingsFixes.Plan(AcceptedEdit.Of(planned.Edit, claude));
        var preview = planned.Edit.Changes.IsEmpty ? new EditPreview.Changes([]) : await _edits.PreviewAsync([plan], stop);
        var report = new EditReport(claude.UserFile, "", "")
        {
            Changes = SettingsChangeWords.Changes(planned.Edit, claude),
            Notes = planned.Notes,
            Remaining = [.. planned.Remaining],
        };
        return await dialogue.RunAsync(report, preview, NothingToFix.Of(planned), () => WriteAsync(plan, stop), RestartWords.Of(planned.Edit), stop);
    }

    private async Task<EditOutcome> WriteAsync(EditPlan plan, CancellationToken stop)
    {
        var outcome = await _edits.ApplyAsync("claude fix", [plan], stop);
        if (outcome is EditOutcome.Written)
        {
            // What we wrote is to be missed also where no agent runs to see it.
            await RememberAsync(KeyWatch.After(machine.Inspector.Inspect(machine.Time.GetUtcNow())));
        }

        return outcome;
    }

    private async Task RememberAsync(KnownKeys known)
    {
        try
        {
            await machine.State.UpdateAsync(was => was with { KnownKeys = known }, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await streams.Error.WriteLineAsync($"What was written cannot be remembered: {e.Message}");
        }
    }

    private Task<int> EndAsync(string outcome, string text, int exitCode) =>
        dialogue.EndAsync(new EditReport(machine.Claude.UserFile, outcome, text), exitCode);
}

using System.Collections.Immutable;
using TrayAgent.Act.Edits;
using TrayAgent.Act.Setup;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli.Setup;

/// <summary>One set-up from the first question to the last word. Until the last preview is accepted it writes nothing at all.</summary>
internal sealed class SetupRun(Machine machine, SetupOptions options, Streams streams)
{
    private readonly FileEdits _edits = machine.Edits(streams.Error.WriteLine);

    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var terminal = Terminal.Open(machine.Environment, streams.Error);
        try
        {
            return await RunAsync(new Questions(terminal, streams, stop));
        }
        catch (SetupEndException e)
        {
            await streams.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync($"\nCancelled. {SetupVerb.NothingChanged}");
            return ExitCode.Cancelled;
        }
    }

    private async Task<int> RunAsync(Questions questions)
    {
        await _edits.CompleteAsync(questions.Stop);
        var snapshot = await machine.Inspector.InspectSettledAsync(questions.Stop);
        await new SetupCheck(_edits, snapshot, options, questions).RunAsync();
        var signedIn = await new SignInStep(machine, options, questions, snapshot).RunAsync();
        using var turn = signedIn.Turn;
        var roles = new RoleStep(machine, options, questions, signedIn);
        var (account, role) = await roles.AskAsync();
        var profile = await new ProfileQuestion(questions, snapshot.Config, machine.Environment)
            .AskAsync(options, signedIn.Session, account, role);
        var claude = await new ClaudeQuestions(questions, snapshot).AskAsync(options, profile.Region);
        await roles.ProveAsync(profile);
        var plans = Plans(questions, snapshot, signedIn.Session, profile, claude);
        var edits = await PreviewAsync(questions, plans);
        var outlook = claude is null
            ? SetupOutlook.Nothing
            : SetupOutlook.Of(PlannedConfig.Of(snapshot, edits), plans[^1].Changes, machine.Settings.Current.Policy);
        await new PreviewStep(options, questions, streams).ShowAsync(edits, outlook);
        return options.Consent == Consent.DryRun
            ? await EndDryAsync(edits, outlook)
            : await WriteAsync(signedIn, profile, plans, outlook);
    }

    private static List<EditPlan> Plans(
        Questions questions, Snapshot snapshot, SetupSession session, SetupProfile profile, ClaudeAnswers? claude)
    {
        List<EditPlan> plans = [SetupPlans.Config(snapshot.Config.ConfigFile, SetupConfig.Changes(session, profile))];
        if (claude is not null)
        {
            var setup = WiringPlan.Of(snapshot, claude.Mode, profile.Name, profile.Region) switch
            {
                WiringPlan.Settings wiring => SetupClaude.Of(snapshot.Claude, claude, wiring),
                WiringPlan.Impossible(var reason) => throw SetupEndException.Failed($"{reason} {SetupVerb.NothingChanged}"),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            foreach (var note in setup.Notes)
            {
                questions.Say(note);
            }

            plans.Add(SetupPlans.Settings(snapshot.Claude.UserFile, setup.Changes));
        }

        return plans;
    }

    private async Task<ImmutableArray<FileEdit>> PreviewAsync(Questions questions, List<EditPlan> plans) =>
        await _edits.PreviewAsync(plans, questions.Stop) switch
        {
            EditPreview.Changes(var changes) => changes,
            EditPreview.Refused(var text) => throw SetupEndException.Failed($"{text} {SetupVerb.NothingChanged}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<int> EndDryAsync(ImmutableArray<FileEdit> edits, SetupOutlook outlook)
    {
        await TellRemainingAsync(outlook);
        await streams.Error.WriteLineAsync(edits.IsEmpty ? "Nothing to do." : "Nothing was written, because of '--dry-run'.");
        return ExitCode.Fine;
    }

    private async Task<int> WriteAsync(SignedIn signedIn, SetupProfile profile, List<EditPlan> plans, SetupOutlook outlook)
    {
        try
        {
            var (outcome, trouble) = await new SetupWriting(machine.Aws, _edits, signedIn.Request.Session, machine.Time)
                .WriteAsync(plans, signedIn.Token);
            return await TellAsync(outcome, trouble, signedIn, profile, outlook);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SetupEndException.Failed($"{e.Message} {SetupVerb.NothingChanged}");
        }
    }

    private async Task<int> TellAsync(EditOutcome outcome, string? trouble, SignedIn signedIn, SetupProfile profile, SetupOutlook outlook)
    {
        if (outcome is not (EditOutcome.Written or EditOutcome.NothingToDo))
        {
            await streams.Error.WriteLineAsync(Visible.Of(outcome.Text));
            return ExitCode.Failed;
        }

        if (trouble is null && signedIn.Token is SetupToken.Held { StartedPortalSession: var started })
        {
            await RememberAsync(new SignInOutcome(profile.Session, SignInResult.SignedIn, "") { StartedPortalSession = started });
        }

        await streams.Out.WriteLineAsync(Visible.Of(outcome is EditOutcome.NothingToDo
            ? $"Nothing to do: all of this is set up already. The profile is '{profile.Name}'."
            : string.Join(' ', new[] { outcome.Text, outlook.Restart, $"The profile '{profile.Name}' is ready." }.OfType<string>())));
        await TellRemainingAsync(outlook);
        if (trouble is not null)
        {
            await streams.Error.WriteLineAsync(Visible.Of($"{trouble} Sign in with '{CommandLine.SignIn(profile.Session)}'."));
        }

        return trouble is null ? ExitCode.Fine : ExitCode.Failed;
    }

    /// <summary>"Ready" alone would be read as "and Claude Code works".</summary>
    private Task TellRemainingAsync(SetupOutlook outlook) => outlook.Remaining.IsEmpty
        ? Task.CompletedTask
        : streams.Out.WriteLineAsync(PreviewStep.Remaining(outlook, streams));

    private async Task RememberAsync(SignInOutcome outcome)
    {
        try
        {
            await machine.State.UpdateAsync(was => was.After(outcome, machine.Time.GetUtcNow()), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await streams.Error.WriteLineAsync($"What happened cannot be remembered: {e.Message}");
        }
    }
}

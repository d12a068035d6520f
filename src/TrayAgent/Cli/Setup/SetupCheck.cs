using TrayAgent.Act.Edits;
using TrayAgent.Act.Setup;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Cli.Setup;

/// <summary>What can be said before the first question and before anybody signs in for nothing.</summary>
internal sealed class SetupCheck(FileEdits edits, Snapshot snapshot, SetupOptions options, Questions questions)
{
    public async Task RunAsync()
    {
        if (!questions.HasTerminal && options.Consent == Consent.ToAsk)
        {
            throw SetupEndException.Usage(
                "'--yes' is needed to accept the changes, or '--dry-run' to see them: there is no terminal to ask on.");
        }

        if (options.LeavesClaude && options.OfClaude.FirstOrDefault() is { } idle)
        {
            throw SetupEndException.Usage($"'--no-claude' and '{idle}' exclude each other: choose one.");
        }

        Given("--profile", options.Profile, name => snapshot.Config.Profile(name) is null ? SetupNames.Problem("profile", name) : null);
        Given("--region", options.Region, RegionAnswer.Problem);
        Given("--claude-region", options.ClaudeRegion, RegionAnswer.Problem);
        Given("--mode", options.Mode, ClaudeQuestions.ModeProblem);
        Given("--model", options.Model, model => ClaudeQuestions.ModelProblem(snapshot, options, model));
        Given("--small-model", options.SmallModel, model => ClaudeQuestions.ModelProblem(snapshot, options, model));
        await CanBeChangedAsync(SetupPlans.Config(
            snapshot.Config.ConfigFile, [new ConfigChange.Put("sso-session trayagent-looks-whether-it-can", "sso_region", "us-east-1")]));
        if (!options.LeavesClaude)
        {
            CanBeWired();
            await CanBeChangedAsync(SetupPlans.Settings(snapshot.Claude.UserFile, [new SettingsChange.Put(ClaudeKeys.UseBedrock, "1")]));
        }
    }

    /// <summary>A mode that cannot be is told now and not after the sign-in.</summary>
    private void CanBeWired()
    {
        if (ClaudeQuestions.Mode(options) is { } mode
            && WiringPlan.Of(snapshot, mode, options.Profile?.Trim() ?? "trayagent-looks-whether-it-can", null) is WiringPlan.Impossible(var reason))
        {
            throw SetupEndException.Failed($"{reason} {SetupVerb.NothingChanged}");
        }
    }

    private static void Given(string option, string? given, Func<string, string?> problem)
    {
        if (given is not null && problem(given.Trim()) is { } wrong)
        {
            throw Questions.Wrong(option, given, wrong);
        }
    }

    private async Task CanBeChangedAsync(EditPlan plan)
    {
        if (await edits.PreviewAsync([plan], questions.Stop) is EditPreview.Refused(var text))
        {
            throw SetupEndException.Failed(
                $"{(text.Contains(plan.File, StringComparison.Ordinal) ? "" : $"'{plan.File}' cannot be changed. ")}{text} {SetupVerb.NothingChanged}");
        }
    }
}

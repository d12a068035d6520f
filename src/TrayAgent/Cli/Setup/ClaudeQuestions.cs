using System.Collections.Immutable;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Cli.Setup;

/// <summary>How Claude Code shall use the profile, if at all.</summary>
internal sealed class ClaudeQuestions(Questions questions, Snapshot snapshot)
{
    private static readonly ImmutableArray<(WiringMode Mode, string Name, string Text)> Modes =
    [
        (WiringMode.Broker, "broker", "Through TrayAgent: one sign-in for all who ask, a silent refresh when possible"),
        (WiringMode.Isolated, "isolated", "The same, and commands that Claude Code runs keep your own AWS profile"),
        (WiringMode.Plain, "plain", "By the AWS CLI alone: 'aws sso login'"),
    ];

    /// <summary>Null when Claude Code is to be left alone.</summary>
    public async Task<ClaudeAnswers?> AskAsync(SetupOptions options, string profileRegion)
    {
        if (options.LeavesClaude || await ModeAsync(options.Mode) is not { } mode)
        {
            return null;
        }

        var region = await questions.TextAsync(
            new Question("--claude-region", "Region in which Claude Code calls Bedrock", RegionAnswer.Problem)
            {
                Suggestion = profileRegion,
                Certain = profileRegion,
            },
            options.ClaudeRegion);
        var (settings, offers) = (snapshot.Claude, snapshot.Offers(region));
        var residency = ModelAnswer.Residency(settings);
        var model = await ModelAsync(
            new Question("--model", "Model for Claude Code", typed => ModelAnswer.Problem(typed, offers))
            {
                Certain = ModelAnswer.Suggested(settings, offers, ModelPins.Main, ModelFamily.Opus, residency),
            },
            options.Model,
            ModelAnswer.Choices(offers, ModelFamily.Opus));

        residency = ModelAnswer.Residency(model, residency);
        var small = await ModelAsync(
            new Question("--small-model", "Model for small tasks", typed => ModelAnswer.Problem(typed, offers))
            {
                Certain = ModelAnswer.Suggested(settings, offers, ModelPins.Haiku, ModelFamily.Haiku, residency),
            },
            options.SmallModel,
            ModelAnswer.Choices(offers, ModelFamily.Haiku));
        return new ClaudeAnswers(mode, region, model, small);
    }

    /// <summary>The mode that was given; null when none was.</summary>
    public static WiringMode? Mode(SetupOptions options) =>
        Modes.Where(mode => mode.Name == options.Mode?.Trim()).Select(mode => (WiringMode?)mode.Mode).FirstOrDefault();

    /// <summary>A sentence about a model that was given; null when it will do, or the region is still to be chosen.</summary>
    public static string? ModelProblem(Snapshot snapshot, SetupOptions options, string model) =>
        (options.ClaudeRegion ?? options.Region)?.Trim() is { } region && RegionAnswer.Problem(region) is null
            ? ModelAnswer.Problem(model, snapshot.Offers(region))
            : ModelAnswer.Problem(model);

    /// <summary>A sentence; null when it is one.</summary>
    public static string? ModeProblem(string mode) => Modes.Any(known => known.Name == mode)
        ? null
        : $"It is one of {string.Join(", ", Modes.Select(known => $"'{known.Name}'"))}.";

    private async Task<WiringMode?> ModeAsync(string? given)
    {
        if (given is not null)
        {
            return ModeProblem(given) is { } problem
                ? throw Questions.Wrong("--mode", given, problem)
                : Modes.First(mode => mode.Name == given).Mode;
        }

        var now = Wiring.ModeOf(snapshot.Claude) ?? WiringMode.Broker;
        if (!questions.HasTerminal)
        {
            return now;
        }

        var start = Modes.ToList().FindIndex(mode => mode.Mode == now);
        var chosen = await questions.PickAsync(
            "--mode",
            "How shall Claude Code sign in",
            [.. Modes.Select(mode => $"{mode.Name,-9} {mode.Text}"), "Leave Claude Code's settings alone"],
            start);
        return chosen < Modes.Length ? Modes[chosen].Mode : null;
    }

    /// <summary>Null: what it is stays.</summary>
    private async Task<string?> ModelAsync(Question question, string? given, ImmutableArray<OfferedProfile> offered)
    {
        if (given is not null || !questions.HasTerminal)
        {
            var answer = await questions.TextAsync(question with { Certain = question.Certain ?? ModelAnswer.None }, given);
            return answer == ModelAnswer.None ? null : answer;
        }

        var choices = offered.Select(profile => (profile.Id, Text: $"{profile.Name,-18} {profile.Id}")).ToList();
        if (question.Certain is { } now && choices.All(choice => choice.Id != now))
        {
            choices.Insert(0, (now, $"{"as it is now",-18} {now}"));
        }

        var chosen = await questions.PickAsync(
            question.Option,
            question.Text,
            [.. choices.Select(choice => choice.Text), "Leave it as it is"],
            question.Certain is null ? choices.Count : choices.FindIndex(choice => choice.Id == question.Certain));
        return chosen < choices.Count ? choices[chosen].Id : null;
    }
}

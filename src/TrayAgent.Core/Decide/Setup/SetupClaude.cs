using System.Collections.Immutable;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>What the user's Claude Code settings must say; what they say already is no change.</summary>
/// <param name="Changes">Of the user's file.</param>
/// <param name="Notes">Sentences about what an administrator or the shell says otherwise: no file of the user's can change that.</param>
public sealed record SetupClaude(ImmutableArray<SettingsChange> Changes, ImmutableArray<string> Notes)
{
    /// <param name="wiring">To the profile, in the mode that was chosen.</param>
    public static SetupClaude Of(ClaudeSettings settings, ClaudeAnswers answers, WiringPlan.Settings wiring)
    {
        ImmutableArray<SettingsChange> changes =
        [
            .. wiring.Changes.Where(change => change.Key != ClaudeKeys.AwsRegion),
            new SettingsChange.Put(ClaudeKeys.AwsRegion, answers.Region),
            .. Pin(ModelPins.Main, answers.Model),
            .. Pin(ModelPins.Haiku, answers.SmallModel),
        ];
        return new SetupClaude(
            [.. changes.Where(change => !IsManaged(settings, change.Key))],
            [.. changes.Select(change => Note(settings, change)).OfType<string>()]);
    }

    private static IEnumerable<SettingsChange> Pin(string key, string? model) =>
        model is null ? [] : [new SettingsChange.Put(key, model)];

    private static bool IsManaged(ClaudeSettings settings, string key) => settings[key]?.Source.IsManaged ?? false;

    /// <summary>Null when nobody contradicts.</summary>
    private static string? Note(ClaudeSettings settings, SettingsChange change)
    {
        var wanted = (change as SettingsChange.Put)?.Value;
        return settings[change.Key] is { Source.IsManaged: true } managed && (managed.Text ?? "") != (wanted ?? "")
            ? $"Your administrator sets '{change.Key}' to '{Visible.Of(managed.Value, 80)}' in '{managed.Source.Place}'; that stays."
            : null;
    }
}

using System.Collections.Immutable;
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
    public static SetupClaude Of(ClaudeSettings settings, string profile, ClaudeAnswers answers, Wiring.Commands commands)
    {
        var changes = Wanted(settings, profile, answers, commands).ToList();
        return new SetupClaude(
            [.. changes.Where(change => !IsManaged(settings, change.Key))],
            [.. changes.Select(change => Note(settings, change)).OfType<string>()]);
    }

    private static IEnumerable<SettingsChange> Wanted(
        ClaudeSettings settings, string profile, ClaudeAnswers answers, Wiring.Commands commands)
    {
        yield return new SettingsChange.Put(ClaudeKeys.UseBedrock, "1");

        // Two providers at once: which one wins is written nowhere. A variable can be emptied, but not unset.
        foreach (var other in new[] { ClaudeKeys.UseVertex, ClaudeKeys.UseFoundry }.Where(settings.IsOn))
        {
            yield return new SettingsChange.Put(other, "");
        }

        // In 'env' it would reach every command that Claude Code starts.
        yield return answers.Mode == WiringMode.Isolated
            ? new SettingsChange.Remove(ClaudeKeys.AwsProfile)
            : new SettingsChange.Put(ClaudeKeys.AwsProfile, profile);
        yield return new SettingsChange.Put(ClaudeKeys.AwsRegion, answers.Region);
        foreach (var (key, model) in new[] { (ModelPins.Main, answers.Model), (ModelPins.Haiku, answers.SmallModel) })
        {
            if (model is not null)
            {
                yield return new SettingsChange.Put(key, model);
            }
        }

        yield return new SettingsChange.Put(ClaudeKeys.AuthRefresh, commands.AuthRefresh);
        yield return commands.CredentialExport is { } export
            ? new SettingsChange.Put(ClaudeKeys.CredentialExport, export)
            : new SettingsChange.Remove(ClaudeKeys.CredentialExport);
    }

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

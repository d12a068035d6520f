using System.Text.Json;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code's settings cannot be read, so what they say does not count; or they are read in spite of a mistake.</summary>
internal static class ClaudeSettingsUnreadable
{
    public static IEnumerable<Found> Find(Judged judged) => Files(judged).Concat(Values(judged));

    private static IEnumerable<Found> Files(Judged judged) =>
        from layer in judged.ClaudeSettings.Layers
        let problem = layer.Problem
        where problem is not null && !IsWiped(judged, layer)
        let place = problem.Line is { } line ? $"{layer.File}:{line}" : layer.File
        select new Found(new Finding(
            FindingCodes.ClaudeSettingsUnreadable,
            layer.Settings.IsEmpty ? Severity.Error : Severity.Warning,
            layer.File,
            layer.Settings.IsEmpty
                ? $"Claude Code's settings '{place}' cannot be read: {problem.Text}"
                : $"Claude Code's settings '{place}' have a mistake: {problem.Text}",
            Correct(layer, place)))
        {
            File = layer.File,
        };

    private static IEnumerable<Found> Values(Judged judged) =>
        from layer in judged.ClaudeSettings.Layers
        from setting in layer.Settings
        where setting.IsSkipped
        let place = setting.Line is { } line ? $"{layer.File}:{line}" : layer.File
        select new Found(new Finding(
            FindingCodes.ClaudeSettingsUnreadable,
            Severity.Warning,
            layer.File,
            $"Claude Code's settings '{place}' have a mistake: '{setting.Key}' is {Form(setting)} and no text, so Claude Code skips it.",
            Correct(layer, place)))
        {
            File = layer.File,
            Keys = [setting.Key],
        };

    private static string Form(ClaudeSetting setting) => setting.Form == JsonValueKind.Number ? "a number" : setting.Value;

    private static Remedy Correct(ClaudeSettingsLayer layer, string place) => Remedy.Advice(layer.Scope.IsManaged()
        ? $"Ask whoever manages this machine to correct '{place}'."
        : layer.IsOutOfSight ? $"Move '{place}' away, or put a file there that you can read."
        : $"Correct '{place}' in an editor.");

    /// <summary>A file that lost all it had needs it back, and then it can be read.</summary>
    private static bool IsWiped(Judged judged, ClaudeSettingsLayer layer) =>
        judged.Snapshot.SettingsFile.IsBlank && judged.Snapshot.LostKeys.Any(lost => lost.File == layer.File);
}

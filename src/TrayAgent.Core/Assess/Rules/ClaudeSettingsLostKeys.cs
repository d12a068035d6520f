using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Another program removed settings that we wrote or saw; Claude Code itself has done so from a stale copy.</summary>
/// <remarks>https://github.com/anthropics/claude-code/issues/76749 and others</remarks>
internal static class ClaudeSettingsLostKeys
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        var file = judged.ClaudeSettings.UserFile;
        var present = judged.ClaudeSettings.Layers.FirstOrDefault(layer => layer.File == file);
        var lost = judged.Snapshot.LostKeys.Where(key => key.File == file && present?[key.Key] is null).ToImmutableArray();
        return lost.IsEmpty
            ? []
            :
            [
                new Found(new Finding(
                    FindingCodes.ClaudeSettingsLostKeys,
                    Severity.Warning,
                    file,
                    $"You or another program removed {Phrase.Names(lost.Select(key => key.Key))} from Claude Code's settings '{file}'."
                    + (lost.Any(key => key.Key == ClaudeKeys.UseBedrock) && ClaudeProviders.BillsApiKey(judged.ClaudeSettings)
                        ? " Until it is back, Claude Code bills the key in 'ANTHROPIC_API_KEY'."
                        : ""),
                    ClaudeRemedies.Fix(
                        judged,
                        lost.Length == 1 ? "Put it back." : "Put them back.",
                        [.. lost.Select(key => new SettingsChange.Put(key.Key, key.Value))])))
                {
                    File = file,
                    Keys = [.. lost.Select(key => key.Key)],
                },
            ];
    }
}

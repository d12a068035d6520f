using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Another program removed settings that were there when Claude Code worked.</summary>
internal static class ClaudeSettingsLostKeys
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        foreach (var lost in judged.Snapshot.LostKeys.GroupBy(key => key.File))
        {
            var keys = lost.Select(key => $"'{key.Key}'").ToList();
            var (they, were) = keys.Count == 1 ? ("it", "was") : ("them", "were");
            yield return new Found(new Finding(
                FindingCodes.ClaudeSettingsLostKeys,
                Severity.Warning,
                lost.Key,
                $"{string.Join(", ", keys)} {were} in '{lost.Key}' when Claude Code worked, and another program removed {they}.",
                Remedy.Command(
                    $"Put {they} back, and nothing else.", "trayagent", "claude", "fix") with
                {
                    Edit = new SettingsEdit(lost.Key, [.. lost.Select(key => new SettingsChange.Put(key.Key, key.Value))]),
                }))
            {
                File = lost.Key,
            };
        }
    }
}

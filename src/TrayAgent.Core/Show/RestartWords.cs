using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>What a running Claude Code does not learn from its settings.</summary>
public static class RestartWords
{
    /// <summary>Null when it learns all of it. Removed variables live on, and a model is read once (claude-code.md 1.3 and 1.4).</summary>
    public static string? Of(SettingsEdit edit)
    {
        var late = edit.Changes
            .Where(change => change.Key == ClaudeKeys.Model
                || (change is SettingsChange.Remove && change.Key.StartsWith(ClaudeKeys.EnvironmentPrefix, StringComparison.Ordinal)))
            .Select(change => $"'{Visible.Of(change.Key)}'")
            .ToList();
        return late.Count == 0
            ? null
            : $"Sessions of Claude Code that run now keep {string.Join(" and ", late)} as before until they are started anew.";
    }
}

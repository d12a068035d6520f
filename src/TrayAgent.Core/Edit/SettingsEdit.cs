using System.Collections.Immutable;
using System.Text.Json;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Edit;

/// <summary>What is to be changed in one settings file of Claude Code.</summary>
/// <param name="File">Full path; it may not exist yet.</param>
/// <param name="Changes">At most one for each key.</param>
public sealed record SettingsEdit(string File, ImmutableArray<SettingsChange> Changes)
{
    /// <summary>The file as it was read; null when there is none.</summary>
    public ClaudeSettingsLayer? Target(ClaudeSettings settings) => settings.Layers.FirstOrDefault(layer => layer.File == File);

    /// <summary>The settings as they will be: so a preview can say what the edit leads to.</summary>
    public ClaudeSettings After(ClaudeSettings settings)
    {
        if (Changes.IsEmpty)
        {
            return settings;
        }

        var target = Target(settings);
        var after = Changes.Aggregate(
            target is null ? new ClaudeSettingsLayer { File = File, Scope = SettingsScope.User }
            : target.Settings.IsEmpty ? target with { Problem = null }
            : target,
            (layer, change) => layer with { Settings = After(layer, change) });
        var edited = settings with
        {
            // A file that does not exist yet is the user's, which is the weakest.
            Layers = target is null ? [.. settings.Layers, after] : settings.Layers.Replace(target, after),
        };
        return StraySetting.Matters(edited) ? edited : edited with { Stray = [] };
    }

    private static ImmutableArray<ClaudeSetting> After(ClaudeSettingsLayer layer, SettingsChange change)
    {
        var old = layer[change.Key];
        return change switch
        {
            SettingsChange.Put(var key, var value) when new ClaudeSetting(key, value, JsonValueKind.String, old?.Line) is var put =>
                old is null ? layer.Settings.Add(put) : layer.Settings.Replace(old, put),
            _ => old is null ? layer.Settings : layer.Settings.Remove(old),
        };
    }
}

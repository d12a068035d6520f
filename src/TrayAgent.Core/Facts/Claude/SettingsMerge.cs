using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Which of several sources Claude Code takes a key from.</summary>
/// <remarks>https://code.claude.com/docs/en/settings#settings-precedence and /managed-settings</remarks>
internal static class SettingsMerge
{
    private const string ShellPlace = "environment";

    /// <summary>Before, the strongest managed source stood alone also for <c>env</c>.</summary>
    private static readonly Version JoinsManagedVariables = new(2, 1, 223);

    /// <param name="shell">The weakest source of all.</param>
    public static EffectiveSetting? Of(ClaudeSettings settings, string key, ImmutableArray<ClaudeSetting> shell)
    {
        EffectiveSetting? effective = null;
        ImmutableArray<ShadowedSetting>.Builder? shadowed = null;
        foreach (var layer in settings.Layers)
        {
            if (layer[key] is { Form: not JsonValueKind.Null, IsSkipped: false } found && Counts(settings, layer.Scope, key))
            {
                Add(found, new SettingSource(layer.Scope, layer.File, found.Line));
            }
        }

        foreach (var variable in shell)
        {
            if (variable.Key == key)
            {
                Add(variable, new SettingSource(SettingsScope.Shell, ShellPlace, null));
            }
        }

        return shadowed is null || effective is null ? effective : effective with { Shadowed = shadowed.ToImmutable() };

        void Add(ClaudeSetting found, SettingSource source)
        {
            if (effective is null)
            {
                effective = new EffectiveSetting(key, found.Value, found.Form, source) { Items = found.Items };
            }
            else if (effective.Form is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                (shadowed ??= ImmutableArray.CreateBuilder<ShadowedSetting>()).Add(new ShadowedSetting(source, found.Value));
            }
        }
    }

    /// <summary>Of the managed sources the first that says anything stands alone, but for variables.</summary>
    private static bool Counts(ClaudeSettings settings, SettingsScope scope, string key)
    {
        if (!scope.IsManaged())
        {
            return true;
        }

        var first = settings.Layers.First(layer => layer.Scope.IsManaged() && !layer.Settings.IsEmpty).Scope;
        return scope == first
            || (scope != SettingsScope.ManagedUser
                && key.StartsWith(ClaudeKeys.EnvironmentPrefix, StringComparison.Ordinal)
                && (settings.Version is not { } version || version >= JoinsManagedVariables)
                && !StandsAlone(settings, first));
    }

    private static bool StandsAlone(ClaudeSettings settings, SettingsScope first) => settings.Layers.Any(layer =>
        layer.Scope == first && Switches.Read(layer["env.CLAUDE_CODE_DISABLE_ADMIN_ENV_UNION"]?.Text) == true);
}

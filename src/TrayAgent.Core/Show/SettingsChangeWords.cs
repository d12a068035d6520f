using System.Collections.Immutable;
using System.Text.Json;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>An edit of Claude Code's settings in words: <c>env.AWS_REGION: 'us-wst-2' → 'us-west-2'</c>. No secrets.</summary>
public static class SettingsChangeWords
{
    private const int LongestValue = 100;

    /// <summary>All lines in one text, by which a preview is told from another.</summary>
    public static string Preview(SettingsEdit edit, ClaudeSettings settings) => string.Join('\n', Of(edit, settings));

    /// <summary>A line for each key.</summary>
    public static ImmutableArray<string> Of(SettingsEdit edit, ClaudeSettings settings)
    {
        var target = edit.Target(settings);
        return [.. edit.Changes.Select(change => $"{Visible.Of(change.Key, LongestValue)}: {Old(target?[change.Key])} → {New(change)}")];
    }

    /// <summary>The same for programs.</summary>
    public static ImmutableArray<ShownChange> Changes(SettingsEdit edit, ClaudeSettings settings) =>
        [.. edit.Changes.Select(change => Shown(change, edit.Target(settings)?[change.Key]))];

    private static ShownChange Shown(SettingsChange change, ClaudeSetting? old) => new(
        change.Key,
        old?.Value,
        change is SettingsChange.Put(var key, var value) ? ShownSettings.Of(key, value) : null,
        old is null ? null : Form(old.Form));

    private static string Form(JsonValueKind form) => form switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        _ => "null",
    };

    private static string Old(ClaudeSetting? setting) => setting switch
    {
        null => "not set",
        { Form: JsonValueKind.String } => Quoted(setting.Value),
        _ => Visible.Of(setting.Value, LongestValue),
    };

    private static string New(SettingsChange change) =>
        change is SettingsChange.Put(var key, var value) ? Quoted(ShownSettings.Of(key, value)) : "removed";

    private static string Quoted(string value) => $"'{Visible.Of(value, LongestValue)}'";
}

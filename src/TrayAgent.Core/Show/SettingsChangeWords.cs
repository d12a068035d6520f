using System.Collections.Immutable;
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
    [
        .. edit.Changes.Select(change => new ShownChange(
            change.Key,
            edit.Target(settings)?[change.Key]?.Value,
            change is SettingsChange.Put(var key, var value) ? ShownSettings.Of(key, value) : null)),
    ];

    private static string Old(ClaudeSetting? setting) => setting switch
    {
        null => "not set",
        { Form: System.Text.Json.JsonValueKind.String } => Quoted(setting.Value),
        _ => Visible.Of(setting.Value, LongestValue),
    };

    private static string New(SettingsChange change) =>
        change is SettingsChange.Put(var key, var value) ? Quoted(ShownSettings.Of(key, value)) : "removed";

    private static string Quoted(string value) => $"'{Visible.Of(value, LongestValue)}'";
}

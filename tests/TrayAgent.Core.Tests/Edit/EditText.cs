using System.Text;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Edit.Json;

namespace TrayAgent.Core.Tests.Edit;

/// <summary>
/// Edits as text: <c>env.A=1</c> puts, <c>-env.A</c> removes; for the config <c>[profile a] region=x</c> and <c>[profile a] -region</c>.
/// </summary>
internal static class EditText
{
    public static string Settings(string before, params IEnumerable<string> changes) =>
        Text(SettingsEditor.Apply("settings.json", Encoding.UTF8.GetBytes(before), [.. changes.Select(SettingsChange)]));

    public static string Config(string before, params IEnumerable<string> changes) =>
        Text(ConfigEditor.Apply("config", Encoding.UTF8.GetBytes(before), [.. changes.Select(ConfigChange)]));

    /// <summary>The new text, or why there is none.</summary>
    public static string Text(Edited edited) => edited switch
    {
        Edited.Content content => Encoding.UTF8.GetString(content.Bytes.Span),
        Edited.Refused refused => $"! {refused.Problem}",
        _ => throw new InvalidOperationException(),
    };

    private static SettingsChange SettingsChange(string text) => text[0] == '-'
        ? new SettingsChange.Remove(text[1..])
        : new SettingsChange.Put(text[..text.IndexOf('=', StringComparison.Ordinal)], text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private static ConfigChange ConfigChange(string text)
    {
        var section = text[1..text.IndexOf(']', StringComparison.Ordinal)];
        var change = text[(section.Length + 3)..];
        return change[0] == '-'
            ? new ConfigChange.Remove(section, change[1..])
            : new ConfigChange.Put(section, change[..change.IndexOf('=', StringComparison.Ordinal)], change[(change.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    }
}

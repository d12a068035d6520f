using System.Text;
using System.Text.Json;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Secrets;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>The parser of Claude Code's settings: it takes what is strict JSON, and its facts hold no secret.</summary>
internal static class SettingsTarget
{
    public static void Run(byte[] input)
    {
        var layer = ClaudeSettingsParser.Parse("settings.json", input);
        if (layer.Problem is { } problem)
        {
            Invariant.IsSentence(problem.Text);
        }

        var isJson = IsJson(input);
        Invariant.Holds(layer.Settings.IsEmpty || isJson || input.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]),
            "settings of what is no JSON");
        Invariant.Holds(layer.Problem is not null || isJson, "no problem with what is no JSON");

        var shown = new StringBuilder();
        foreach (var setting in layer.Settings)
        {
            Invariant.Holds(setting.Line is >= 1, $"'{setting.Key}' is on no line");
            shown.AppendLine(setting.ToString()).AppendLine(setting.Text);
        }

        foreach (var word in layer.CommandProfiles.Concat(layer.CommandSessions))
        {
            Invariant.Holds(word.Length > 0, "a command names a profile without a name");
            shown.AppendLine(word);
        }

        JsonSecrets.AreNotIn(shown.ToString(), JsonSecrets.Of(input, SecretName.IsSecret));
    }

    private static bool IsJson(byte[] input)
    {
        try
        {
            using var document = JsonDocument.Parse(input, new JsonDocumentOptions { MaxDepth = 1000 });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

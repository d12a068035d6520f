using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Reads what one Claude Code settings file says about AWS, as strictly as Claude Code does; never fails.</summary>
public static class ClaudeSettingsParser
{
    private static readonly string[] Commands = ["awsAuthRefresh", "awsCredentialExport"];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ClaudeSettingsLayer Parse(string file, ReadOnlyMemory<byte> bytes)
    {
        var hasMark = bytes.Span.StartsWith(ByteOrderMark);
        var json = hasMark ? bytes[ByteOrderMark.Length..] : bytes;
        var layer = Utf8.IsValid(json.Span)
            ? ParseText(file, json)
            : Refused(file, null, "The file is not valid UTF-8. Save it as UTF-8.");

        // Claude Code on the command line skips the mark, so the settings count all the same.
        return hasMark && layer.Problem is null
            ? layer with
            {
                Problem = new Problem(file, 1, "The file starts with a byte order mark, and Claude Code's desktop app refuses it. "
                    + "Save it as 'UTF-8 without BOM'."),
            }
            : layer;
    }

    private static ClaudeSettingsLayer ParseText(string file, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Layer(file, document.RootElement)
                : Refused(file, 1, "The settings are no JSON object, so Claude Code ignores them. Put them into '{ }'.");
        }
        catch (JsonException e)
        {
            return Refused(file, (int?)e.LineNumber + 1, Explanation(json.Span, e));
        }
        catch (InvalidOperationException)
        {
            return Refused(file, null, "A text holds half of a surrogate pair ('\\ud800'). Write the character itself.");
        }
    }

    private static ClaudeSettingsLayer Layer(string file, JsonElement root)
    {
        var environment = root.TryGetProperty("env", out var env) && env.ValueKind == JsonValueKind.Object ? env : default;
        var words = Commands.Select(name => Text(root, name)).OfType<string>().Select(CommandWords.Split).ToArray();
        return new ClaudeSettingsLayer
        {
            File = file,
            AwsProfile = Text(environment, "AWS_PROFILE"),
            UsesBedrock = Switch(Text(environment, "CLAUDE_CODE_USE_BEDROCK")),
            CommandProfiles = Named(words, "--profile", "AWS_PROFILE"),
            CommandSessions = Named(words, "--sso-session", null),
        };
    }

    private static ImmutableArray<string> Named(ImmutableArray<string>[] commands, string option, string? variable) =>
    [
        .. commands.SelectMany(words => CommandWords.Values(words, option, variable)).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Claude Code turns numbers and truth values of <c>env</c> into text.</summary>
    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            }
            : null;

    private static bool? Switch(string? text) => text?.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };

    private static ClaudeSettingsLayer Refused(string file, int? line, string text) =>
        new() { File = file, Problem = new Problem(file, line, text) };

    private static string Explanation(ReadOnlySpan<byte> json, JsonException fault)
    {
        const string Ignored = "so Claude Code ignores the whole file";
        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            return $"The file is empty, {Ignored}. Write '{{}}', or delete the file.";
        }

        // Told apart by reading once more and letting through what Claude Code does not.
        return Reads(json, JsonCommentHandling.Skip, allowTrailingCommas: false)
            ? $"The file holds a comment, {Ignored}. JSON has none: delete it."
            : Reads(json, JsonCommentHandling.Skip, allowTrailingCommas: true)
            ? $"A comma stands before a closing bracket, {Ignored}. Delete the comma."
            : $"The file is not valid JSON from here on (column {fault.BytePositionInLine + 1}), {Ignored}. Correct the line, "
                + "or the one before it.";
    }

    private static bool Reads(ReadOnlySpan<byte> json, JsonCommentHandling comments, bool allowTrailingCommas)
    {
        var reader = new Utf8JsonReader(
            json, new JsonReaderOptions { CommentHandling = comments, AllowTrailingCommas = allowTrailingCommas });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

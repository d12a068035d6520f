using System.Text.Json;
using System.Text.Unicode;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Reads one Claude Code settings file as strictly as Claude Code does; never fails.</summary>
public static class ClaudeSettingsParser
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="file">Full path, or the name of a policy.</param>
    public static ClaudeSettingsLayer Parse(
        string file, ReadOnlyMemory<byte> bytes, SettingsScope scope = SettingsScope.User) => Parse(file, bytes) with { Scope = scope };

    private static ClaudeSettingsLayer Parse(string file, ReadOnlyMemory<byte> bytes)
    {
        var hasMark = bytes.Span.StartsWith(ByteOrderMark);
        var json = hasMark ? bytes[ByteOrderMark.Length..] : bytes;
        var layer = Utf8.IsValid(json.Span)
            ? ParseText(file, json)
            : Refused(file, null, $"The file is {(IsUtf16(json.Span) ? "UTF-16" : "not valid UTF-8")}, so Claude Code cannot read it. Save it as UTF-8.");

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
            return SettingsWalk.Of(file, json.Span)
                ?? Refused(file, 1, "The settings are no JSON object, so Claude Code ignores them. Put them into '{ }'.");
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

    /// <summary>What PowerShell's <c>&gt;</c> and Notepad's "Unicode" write.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static ClaudeSettingsLayer Refused(string file, int? line, string text) =>
        new() { File = file, Problem = new Problem(file, line, text) };

    private static string Explanation(ReadOnlySpan<byte> json, JsonException fault)
    {
        const string Ignored = "so Claude Code ignores the whole file";
        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            return $"The file is empty, {Ignored}. Write '{{}}', or delete the file.";
        }

        // Told apart by reading once more and letting through what Claude Code does not, or what only we do not.
        return Reads(json, JsonCommentHandling.Disallow, allowTrailingCommas: false)
            ? $"The file is nested more than {SettingsWalk.MaxDepth} levels deep, which TrayAgent does not read. Claude Code may read it all the same."
            : Reads(json, JsonCommentHandling.Skip, allowTrailingCommas: false)
            ? $"The file holds a comment, {Ignored}. JSON has none: delete it."
            : Reads(json, JsonCommentHandling.Skip, allowTrailingCommas: true)
            ? $"A comma stands before a closing bracket, {Ignored}. Delete the comma."
            : $"The file is not valid JSON from here on (column {fault.BytePositionInLine + 1}), {Ignored}. Correct the line, "
                + "or the one before it.";
    }

    private static bool Reads(ReadOnlySpan<byte> json, JsonCommentHandling comments, bool allowTrailingCommas)
    {
        var reader = new Utf8JsonReader(
            json,
            new JsonReaderOptions { CommentHandling = comments, AllowTrailingCommas = allowTrailingCommas, MaxDepth = int.MaxValue });
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

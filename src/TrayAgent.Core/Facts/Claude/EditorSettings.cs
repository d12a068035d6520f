using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Which variables VS Code's own settings hand to the Claude Code that it starts; only their names, never a value.</summary>
/// <remarks>https://code.claude.com/docs/en/vs-code: <c>claudeCode.environmentVariables</c>.</remarks>
public static class EditorSettings
{
    public const string Key = "claudeCode.environmentVariables";

    private static readonly string[] Deciding = ["AWS_", "ANTHROPIC_", "CLAUDE_CODE_"];

    /// <summary>Those that decide over provider, credentials, region or model, ordinal; none when the file cannot be read.</summary>
    public static ImmutableArray<string> VariablesIn(ReadOnlyMemory<byte> json)
    {
        try
        {
            // VS Code permits both in its settings.
            using var document = JsonDocument.Parse(
                json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(Key, out var list)
                ? [.. Names(list).Where(IsDeciding).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>A list of names and values; older versions had an object.</summary>
    private static IEnumerable<string> Names(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Array => list.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null)
            .OfType<string>(),
        JsonValueKind.Object => list.EnumerateObject().Select(member => member.Name),
        _ => [],
    };

    private static bool IsDeciding(string name) => Array.Exists(Deciding, start => name.StartsWith(start, StringComparison.Ordinal));
}

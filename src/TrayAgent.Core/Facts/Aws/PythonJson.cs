using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>JSON as Python's <c>json.dumps</c> writes it: what the AWS CLI hashes and stores, byte for byte.</summary>
/// <remarks>https://docs.python.org/3/library/json.html#json.dumps</remarks>
public static class PythonJson
{
    /// <summary>In quotes and in ASCII; <c>null</c> for null.</summary>
    public static string Text(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                >= ' ' and <= '~' => json.Append(character),
                _ => Escape(json, character),
            };
        }

        return json.Append('"').ToString();
    }

    public static string Text(ImmutableArray<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    /// <summary>A value that some other program wrote, with Python's separators; numbers and escapes stay as they were.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(Member))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Text))}]",
        _ => Ascii(value.GetRawText()),
    };

    /// <exception cref="InvalidOperationException">The name is half of a surrogate pair.</exception>
    public static string Member(JsonProperty member) => $"{Text(member.Name)}: {Text(member.Value)}";

    private static string Ascii(string raw)
    {
        var json = new StringBuilder(raw.Length);
        foreach (var character in raw)
        {
            _ = character <= '~' ? json.Append(character) : Escape(json, character);
        }

        return json.ToString();
    }

    private static StringBuilder Escape(StringBuilder json, char character) =>
        json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
}

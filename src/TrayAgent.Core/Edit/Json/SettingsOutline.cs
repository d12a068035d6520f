using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Edit.Json;

/// <summary>Where the keys of a settings file stand, for a file that every reader reads the same way.</summary>
/// <param name="Environment">The value of <c>env</c>; null when there is none.</param>
internal sealed record SettingsOutline(JsonObjectSpan Root, JsonObjectSpan? Environment)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static bool TryRead(
        string file, byte[] bytes, [NotNullWhen(true)] out SettingsOutline? outline, [NotNullWhen(false)] out Problem? problem)
    {
        outline = null;

        // Claude Code on the command line skips the mark, so it stays where it is.
        // Everything else that the parser has something against is refused: also keys that stand twice and an odd 'env'.
        var mark = bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        problem = ClaudeSettingsParser.Parse(file, bytes.AsMemory(mark)).Problem;
        if (problem is not null)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(mark), Options);
            reader.Read();
            var (root, environment) = Object(ref reader, mark, "env");

            // Every reader takes null for nothing, but a second 'env' beside it would be read in two ways.
            if (environment is null && root.IndexOf("env") is >= 0 and var index)
            {
                var line = 1 + bytes.AsSpan(0, root.Members[index].NameStart).Count((byte)'\n');
                problem = new Problem(file, line, "'env' is no JSON object, so Claude Code ignores it. Write '\"env\": { }'.");
                return false;
            }

            outline = new SettingsOutline(root, environment);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is for a name with half of a surrogate pair.
            problem = new Problem(file, null, "A text holds half of a surrogate pair ('\\ud800'). Write the character itself.");
        }

        return problem is null;
    }

    /// <summary>Reads to the closing brace; of the members that are objects, only the one so named is looked into.</summary>
    private static (JsonObjectSpan Span, JsonObjectSpan? Inner) Object(ref Utf8JsonReader reader, int mark, string? inner)
    {
        var open = mark + (int)reader.TokenStartIndex;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        JsonObjectSpan? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var nameStart = mark + (int)reader.TokenStartIndex;
            var nameEnd = nameStart + reader.ValueSpan.Length + 2;
            reader.Read();
            var valueStart = mark + (int)reader.TokenStartIndex;
            var text = reader.TokenType == JsonTokenType.String ? Text(ref reader) : null;
            if (name == inner && reader.TokenType == JsonTokenType.StartObject)
            {
                found = Object(ref reader, mark, inner: null).Span;
            }
            else
            {
                reader.Skip();
            }

            members.Add(new JsonMember(name, nameStart, nameEnd, valueStart, mark + (int)reader.BytesConsumed, text));
        }

        return (new JsonObjectSpan(open, mark + (int)reader.TokenStartIndex, members.ToImmutable()), found);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair equals nothing that we write.
            return null;
        }
    }
}

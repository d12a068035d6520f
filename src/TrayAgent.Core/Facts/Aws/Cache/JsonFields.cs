using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Aws.Cache;

/// <summary>The members of a JSON object that the cache parser cares about; the last of equal names counts, as everywhere.</summary>
internal sealed class JsonFields
{
    /// <summary>About what Python reads before it gives up; the reader itself does not recurse.</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    private readonly Dictionary<string, JsonField> _fields = new(StringComparer.Ordinal);

    /// <summary>False for a list, a number or a string.</summary>
    public bool IsObject { get; private set; }

    public JsonField this[string name] => _fields.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, JsonField>> All => _fields;

    /// <summary>Null when the text is not JSON.</summary>
    public static JsonFields? Read(ReadOnlySpan<byte> utf8)
    {
        var fields = new JsonFields();
        try
        {
            fields.ReadAll(new Utf8JsonReader(utf8, Options));
            return fields;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is for an escape that is half of a surrogate pair.
            return null;
        }
    }

    private void ReadAll(Utf8JsonReader reader)
    {
        reader.Read();
        IsObject = reader.TokenType == JsonTokenType.StartObject;
        if (!IsObject)
        {
            reader.Skip();
        }

        while (IsObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            _fields[name] = Field(ref reader);
        }

        if (reader.Read())
        {
            throw new JsonException();
        }
    }

    private static JsonField Field(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new JsonField(JsonValueKind.String, reader.GetString(), []);
            case JsonTokenType.Null:
                return new JsonField(JsonValueKind.Null, null, []);
            case JsonTokenType.StartArray:
            case JsonTokenType.StartObject:
                var kind = reader.TokenType == JsonTokenType.StartArray ? JsonValueKind.Array : JsonValueKind.Object;
                return new JsonField(kind, null, Words(ref reader));
            default:
                return new JsonField(JsonValueKind.Number, null, []);
        }
    }

    /// <summary>The strings of a list, or the names of an object's members; reads to its end.</summary>
    private static ImmutableArray<string> Words(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        var words = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.CurrentDepth == depth + 1 && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                words.Add(reader.GetString()!);
            }
        }

        return words.ToImmutable();
    }
}

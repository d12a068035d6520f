using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TrayAgent.Core.Facts;

namespace TrayAgent.Settings;

/// <summary>Reads one value after the other and reports each of the wrong type with its line; comments and trailing commas are fine here.</summary>
internal ref struct SettingsReader(string file, ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private Utf8JsonReader _json = new(utf8, new JsonReaderOptions
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    });

    public ImmutableArray<Problem> Problems { get; private set; } = [];

    /// <summary>Reads the next value; true when it is an object, whose keys then come from <see cref="NextKey"/>.</summary>
    public bool EnterObject(string what)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        Mismatch(what, "an object in braces");
        return false;
    }

    /// <summary>The next key of the object entered last; null at its end.</summary>
    public string? NextKey()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? Text() : null;
    }

    public string? Text(string key)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.String)
        {
            return Text();
        }

        Mismatch($"'{key}'", "a text in double quotes");
        return null;
    }

    public bool? Flag(string key)
    {
        _json.Read();
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _json.GetBoolean();
        }

        Mismatch($"'{key}'", "true or false");
        return null;
    }

    public ImmutableArray<string>? Strings(string key)
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            Mismatch($"'{key}'", "a list of texts in brackets");
            return null;
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        var areAllTexts = true;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.String)
            {
                texts.Add(Text());
            }
            else
            {
                areAllTexts = false;
                Mismatch($"'{key}'", "a list of texts in brackets");
            }
        }

        // As the message says: half a list would be neither what was written nor the default.
        return areAllTexts ? texts.ToImmutable() : null;
    }

    public void Skip()
    {
        _json.Read();
        _json.Skip();
    }

    /// <exception cref="JsonException">Something follows the value.</exception>
    public void ExpectEnd() => _json.Read();

    /// <summary>Adds a problem at the line of the value read last.</summary>
    public void Report(string text)
    {
        var line = _utf8[..(int)_json.TokenStartIndex].Count((byte)'\n') + 1;
        Problems = Problems.Add(new Problem(file, line, text));
    }

    private void Mismatch(string what, string expected)
    {
        Report($"{char.ToUpperInvariant(what[0])}{what[1..]} must be {expected}. The default is used.");
        _json.Skip();
    }

    private readonly string Text()
    {
        try
        {
            return _json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8, or half of a surrogate pair: the reader checks only when it is asked for the text.
            return Encoding.UTF8.GetString(_json.ValueSpan);
        }
    }
}

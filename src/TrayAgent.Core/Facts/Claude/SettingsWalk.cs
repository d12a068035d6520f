using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Walks once through the JSON of a settings file and notes keys, values and lines.</summary>
internal ref struct SettingsWalk
{
    private const string EnvironmentName = "env";

    private const string ModelOverridesName = "modelOverrides";

    /// <summary>How deep we look.</summary>
    public const int MaxDepth = 1000;

    private readonly string _file;
    private readonly ReadOnlySpan<byte> _json;
    private readonly OrderedDictionary<string, ClaudeSetting> _settings = new(StringComparer.Ordinal);
    private Utf8JsonReader _reader;
    private Problem? _problem;
    private int _line = 1;
    private int _counted;

    private SettingsWalk(string file, ReadOnlySpan<byte> json)
    {
        _file = file;
        _json = json;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>Null when it is no object. Throws what the reader throws.</summary>
    public static ClaudeSettingsLayer? Of(string file, ReadOnlySpan<byte> json)
    {
        var walk = new SettingsWalk(file, json);
        walk._reader.Read();
        var isObject = walk._reader.TokenType == JsonTokenType.StartObject;
        if (isObject)
        {
            walk.ReadRoot();
        }
        else
        {
            walk._reader.Skip();
        }

        // Nothing may follow; the reader throws if something does.
        walk._reader.Read();
        return isObject
            ? new ClaudeSettingsLayer { File = file, Settings = [.. walk._settings.Values], Problem = walk._problem }
            : null;
    }

    private void ReadRoot()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = Name(names);
            if (name is EnvironmentName or ModelOverridesName && _reader.TokenType == JsonTokenType.StartObject)
            {
                ReadMembers(name + ".");
                continue;
            }

            if (name == EnvironmentName && _reader.TokenType != JsonTokenType.Null)
            {
                _problem ??= new Problem(_file, line, "'env' is no JSON object, so Claude Code ignores it. Write '\"env\": { }'.");
            }

            _settings[name] = Setting(name, line);
        }
    }

    private void ReadMembers(string prefix)
    {
        // Of two objects with one name the second replaces the first.
        foreach (var key in _settings.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            _settings.Remove(key);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = Name(names);
            _settings[prefix + name] = Setting(prefix + name, line);
        }
    }

    /// <summary>The name of a member and its line; moves on to the value.</summary>
    private (string Name, int Line) Name(HashSet<string> names)
    {
        var name = _reader.GetString()!;
        var start = (int)_reader.TokenStartIndex;
        _line += _json[_counted..start].Count((byte)'\n');
        _counted = start;
        if (!names.Add(name))
        {
            _problem ??= new Problem(
                _file, _line, $"'{name}' is there a second time, and Claude Code takes the last one. Delete the other.");
        }

        _reader.Read();
        return (name, _line);
    }

    private ClaudeSetting Setting(string key, int line) => _reader.TokenType switch
    {
        JsonTokenType.String => new(key, ShownSettings.Of(key, Text()), JsonValueKind.String, line),
        JsonTokenType.Number => new(key, ShownSettings.Of(key, Raw()), JsonValueKind.Number, line),
        JsonTokenType.True => new(key, "true", JsonValueKind.True, line),
        JsonTokenType.False => new(key, "false", JsonValueKind.False, line),
        JsonTokenType.Null => new(key, "null", JsonValueKind.Null, line),
        JsonTokenType.StartArray when ModelPins.IsList(key) => ModelList(key, line),
        JsonTokenType.StartArray => new(key, $"a list of {Count()}", JsonValueKind.Array, line),
        _ => new(key, $"an object with {Count()} members", JsonValueKind.Object, line),
    };

    private ClaudeSetting ModelList(string key, int line)
    {
        var copy = this;
        var items = ImmutableArray.CreateBuilder<string>();
        while (copy._reader.Read() && copy._reader.TokenType != JsonTokenType.EndArray)
        {
            if (copy._reader.TokenType == JsonTokenType.String)
            {
                items.Add(ShownSettings.Of(key, copy.Text()));
            }

            copy._reader.Skip();
        }

        return new(key, $"a list of {Count()}", JsonValueKind.Array, line) { Items = items.ToImmutable() };
    }

    /// <summary>JavaScript reads half of a surrogate pair; .NET does not, and then it stays as it is written.</summary>
    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Raw();
        }
    }

    private readonly string Raw() => System.Text.Encoding.UTF8.GetString(_reader.ValueSpan);

    /// <summary>Reads to the end of a list or object.</summary>
    private string Count()
    {
        var depth = _reader.CurrentDepth;
        var isObject = _reader.TokenType == JsonTokenType.StartObject;
        var count = 0;
        while (_reader.Read() && _reader.CurrentDepth > depth)
        {
            if (_reader.CurrentDepth == depth + 1 && (isObject
                ? _reader.TokenType == JsonTokenType.PropertyName
                : _reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray)))
            {
                count++;
            }
        }

        return count.ToString(CultureInfo.InvariantCulture);
    }
}

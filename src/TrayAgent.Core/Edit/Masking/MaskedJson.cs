using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrayAgent.Core.Edit.Json;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Edit.Masking;

/// <summary>A JSON text with its secrets masked and every line where it was.</summary>
internal static partial class MaskedJson
{
    public static string Of(string text)
    {
        try
        {
            return Masked(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return string.Join('\n', text.Split('\n').Select(BrokenLine));
        }
    }

    private static string Masked(byte[] json)
    {
        var mark = json.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var reader = new Utf8JsonReader(json.AsSpan(mark), new JsonReaderOptions { MaxDepth = 1000 });
        var places = new Stack<Place>([Place.Root]);
        var masked = new StringBuilder(json.Length);
        var copied = 0;
        while (reader.Read())
        {
            var replacement = Replacement(ref reader, places);
            if (replacement is not null)
            {
                var start = mark + (int)reader.TokenStartIndex;
                masked.Append(Encoding.UTF8.GetString(json.AsSpan(copied..start))).Append(replacement);
                copied = start + reader.ValueSpan.Length + (reader.TokenType is JsonTokenType.Number ? 0 : 2);
            }
        }

        return masked.Append(Encoding.UTF8.GetString(json.AsSpan(copied..))).ToString();
    }

    /// <summary>Null when the token may be shown as it is.</summary>
    private static string? Replacement(ref Utf8JsonReader reader, Stack<Place> places)
    {
        var place = places.Peek();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                places.Push(place.Member());
                place.Take("");
                return null;
            case JsonTokenType.StartArray:
                places.Push(place.List());
                place.Take("");
                return null;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                places.Pop();
                return null;
            case JsonTokenType.PropertyName:
                var name = reader.GetString()!;
                place.Enter(name);
                return Shown(name, MaskedLines.Value(name));
            case JsonTokenType.String:
                var text = reader.GetString()!;
                var isSecret = place.IsNextSecret;
                place.Take(text);
                return Shown(text, isSecret ? SecretName.Mask : MaskedLines.Value(text));
            case JsonTokenType.Number:
                return place.IsNextSecret ? $"\"{SecretName.Mask}\"" : null;
            default:
                return null;
        }
    }

    private static string? Shown(string text, string masked) => masked == text ? null : JsonString.Quoted(masked);

    /// <summary>Nobody knows where a value begins here, so only what looks like a name is left.</summary>
    private static string BrokenLine(string line)
    {
        if (line.Trim().All(c => c is '{' or '}' or '[' or ']' or ','))
        {
            return line;
        }

        var name = Name().Match(line);
        return name.Success ? $"{name.Value} {SecretName.Mask}" : SecretName.Mask;
    }

    [GeneratedRegex(@"^\s*""[A-Za-z0-9_.-]{1,64}""\s*:")]
    private static partial Regex Name();

    /// <summary>An object or a list that is being read.</summary>
    private sealed class Place
    {
        private bool _isSecret;
        private bool _hasVariables;
        private bool _isNextSecret;
        private bool _isNextVariables;

        private Place()
        {
        }

        public static Place Root => new();

        /// <summary>Whether the value to come is one.</summary>
        public bool IsNextSecret => _isSecret || _isNextSecret || _isNextVariables;

        /// <summary>An object to come.</summary>
        public Place Member() => new() { _isSecret = _isSecret || _isNextSecret, _hasVariables = _hasVariables || _isNextVariables };

        /// <summary>A list to come. One of variables has them as <c>NAME=value</c>, which nobody takes apart here.</summary>
        public Place List() => new() { _isSecret = IsNextSecret };

        /// <summary>People keep secrets of any name in variables and headers: only those that are known may be shown.</summary>
        public void Enter(string name)
        {
            _isNextVariables = name.Equals("env", StringComparison.OrdinalIgnoreCase) || name.Equals("headers", StringComparison.OrdinalIgnoreCase);
            _isNextSecret = MaskedLines.IsSecret(name) || (_hasVariables && !ShownSettings.IsShownVariable(name));
        }

        /// <summary>In a list of arguments a secret may follow its option.</summary>
        public void Take(string text) => (_isNextSecret, _isNextVariables) = (IsOption(text), false);

        private static bool IsOption(string text) =>
            text is "-u" or "-H" or "--header" or "--user"
            || (text.StartsWith('-') && !text.Contains('=', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)
                && MaskedLines.IsSecret(text));
    }
}

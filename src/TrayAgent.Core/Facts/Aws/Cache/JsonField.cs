using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Aws.Cache;

/// <summary>One member of a JSON object; <see cref="JsonValueKind.Undefined"/> when it is absent.</summary>
/// <param name="Text">Only of a string.</param>
/// <param name="Words">The strings of a list, or the member names of an object.</param>
internal readonly record struct JsonField(JsonValueKind Kind, string? Text, ImmutableArray<string> Words)
{
    public bool Exists => Kind != JsonValueKind.Undefined;

    public bool HasText => !string.IsNullOrEmpty(Text);

    public bool Contains(string word) => !Words.IsDefault && Words.Contains(word);

    /// <summary>The value may be a secret.</summary>
    public override string ToString() => Exists ? "***" : "";
}

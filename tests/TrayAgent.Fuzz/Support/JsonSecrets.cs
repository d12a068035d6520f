using System.Text.Json;

namespace TrayAgent.Fuzz.Support;

/// <summary>The texts of a JSON document that nothing may show, as <see cref="JsonDocument"/> sees them and not as our parsers do.</summary>
internal static class JsonSecrets
{
    /// <summary>Shorter ones are in any text by chance.</summary>
    private const int Shortest = 8;

    /// <summary>Empty when it is no JSON.</summary>
    /// <param name="isSecret">Whether a text below a member of this name is one.</param>
    public static IReadOnlyCollection<string> Of(ReadOnlyMemory<byte> json, Func<string, bool> isSecret)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
            var secret = new HashSet<string>(StringComparer.Ordinal);
            var open = new List<string>();
            Collect(document.RootElement, isSecret, isBelow: false, secret, open);
            secret.RemoveWhere(text => text.Length < Shortest || open.Exists(other => other.Contains(text, StringComparison.Ordinal)));
            return secret;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    public static void AreNotIn(string shown, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            Invariant.Holds(!shown.Contains(secret, StringComparison.Ordinal), $"'{secret}' is shown: {shown}");
        }
    }

    private static void Collect(JsonElement element, Func<string, bool> isSecret, bool isBelow, HashSet<string> secret, List<string> open)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    open.Add(member.Name);
                    Collect(member.Value, isSecret, isBelow || isSecret(member.Name), secret, open);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, isSecret, isBelow, secret, open);
                }

                break;
            case JsonValueKind.String when isBelow:
                secret.Add(element.GetString()!);
                break;
            case JsonValueKind.String:
                open.Add(element.GetString()!);
                break;
        }
    }
}

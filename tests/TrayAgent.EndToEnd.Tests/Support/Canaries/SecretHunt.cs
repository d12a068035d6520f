using System.Buffers;
using System.Text;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Support.Canaries;

/// <summary>
/// Looks for secrets in every form in which one could be written, also for parts of them: by the mark that stands in each of
/// them again and again, and by every eight characters, of which any part of fifteen has some.
/// </summary>
internal sealed class SecretHunt
{
    private const int Piece = 8;

    private readonly Dictionary<string, string> _needles = new(StringComparer.Ordinal);
    private readonly SearchValues<string> _any;

    public SecretHunt(IReadOnlyCollection<KnownSecret> secrets)
    {
        foreach (var (kind, value) in secrets)
        {
            string[] parts = KnownSecret.MarkOf(kind) is { } mark ? [mark, .. Pieces(value)] : [.. Pieces(value)];
            foreach (var (text, form) in parts.SelectMany(Forms))
            {
                _needles.TryAdd(text, $"{kind}, {form}");
            }
        }

        _any = SearchValues.Create([.. _needles.Keys], StringComparison.Ordinal);
    }

    /// <summary>Which kind of secret is in a text and how it is written; never the secret. Null: none.</summary>
    public string? Find(string text)
    {
        var at = text.AsSpan().IndexOfAny(_any);
        return at < 0 ? null : _needles.First(needle => string.CompareOrdinal(text, at, needle.Key, 0, needle.Key.Length) == 0).Value;
    }

    public string? FindInFile(string path)
    {
        try
        {
            // Not File.ReadAllBytes, which would lock it against the programs that use it.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            return Find(reader.ReadToEnd());
        }
        catch (IOException)
        {
            // Gone meanwhile, or a socket.
            return null;
        }
    }

    private static IEnumerable<string> Pieces(string value) => Enumerable.Range(0, value.Length / Piece)
        .Select(index => value.Substring(index * Piece, Piece))
        .Append(value[^Piece..]);

    private static IEnumerable<(string Text, string Form)> Forms(string part)
    {
        yield return (part, "as it is");
        yield return (Uri.EscapeDataString(part), "for a URL");
        var hex = Convert.ToHexString(Encoding.ASCII.GetBytes(part));
        yield return (hex, "in hexadecimal digits");
        yield return (hex.ToLowerInvariant(), "in hexadecimal digits");

        // Of both byte orders: the half of the first or last character does not matter.
        yield return (string.Join('\0', part.AsEnumerable()), "in UTF-16");
        for (var before = 0; before < 3; before++)
        {
            var text = InBase64(part, before);
            yield return (text, "in base64");
            yield return (text.Replace('+', '-').Replace('/', '_'), "in base64");
        }
    }

    /// <summary>Those characters that do not depend on what stands before and after it.</summary>
    private static string InBase64(string part, int before)
    {
        var text = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string(' ', before) + part));
        var start = ((before * 8) + 5) / 6;
        return text[start..((before + part.Length) * 8 / 6)];
    }
}

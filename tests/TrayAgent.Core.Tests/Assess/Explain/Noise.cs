using System.Text;
using System.Text.Json;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>Makes of a clean text what people really paste; each kind of noise alone and several together.</summary>
internal static class Noise
{
    public static IEnumerable<(string Kind, string Text)> Of(string text, int seed)
    {
        var random = new Random(seed);
        (string Kind, Func<string, string> Make)[] kinds =
        [
            ("curly quotes", Curly),
            ("wrapped at blanks", clean => Wrapped(clean, 24)),
            ("cut in the middle of words", clean => Cut(clean, 17)),
            ("a box", clean => Boxed(clean, 21)),
            ("JSON", clean => $"{{\"level\":\"error\",\"message\":{JsonSerializer.Serialize(clean)},\"status\":403}}"),
            ("JSON in JSON", clean => JsonSerializer.Serialize($"{{\"m\":{JsonSerializer.Serialize(clean)}}}")),
            ("a log", clean => Lines(Wrapped(clean, 40), _ => "2026-11-23T10:00:00.123Z ERROR [claude] ")),
            ("a system log", clean => Lines(Wrapped(clean, 50), _ => "Nov 23 10:00:00 ann-pc claude[4711]: ")),
            ("Docker Compose", clean => Lines(Wrapped(clean, 40), _ => "worker-1  | ")),
            ("a quotation", clean => Lines(Wrapped(clean, 40), _ => "> ")),
            ("CRLF", clean => Wrapped(clean, 30).Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("tabs and two blanks", clean => clean.Replace(" ", " \t ", StringComparison.Ordinal)),
            ("HTML", clean => clean.Replace("'", "&#39;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)),
            ("capitals", clean => clean.ToUpperInvariant()),
            ("a Python stack", clean => $"Traceback (most recent call last):\n  File \"botocore/utils.py\", line 12, in f\n    raise E()\nbotocore.exceptions.E: {clean}\n\nDuring handling of the above:\n  File \"x.py\""),
            ("a Node stack", clean => $"CredentialsProviderError: {clean}\n    at fromSso (/x/node_modules/@aws-sdk/token-providers/dist-es/fromSso.js:35:19)\n    at async coalesceProvider {{\n  tryNextLink: false,\n  '$metadata': {{ attempts: 1 }}\n}}"),
            ("a wrapper", clean => $"API Error: 403 {clean}"),
            ("a long line", clean => $"{new string('x', 3_000)} {clean} {new string('y', 3_000)}"),
        ];
        foreach (var (kind, make) in kinds)
        {
            yield return (kind, make(text));
            yield return ($"{kind}, coloured", Coloured(make(text), random));
        }

        for (var mix = 0; mix < 3; mix++)
        {
            var (first, second) = (kinds[random.Next(4)], kinds[4 + random.Next(8)]);
            yield return ($"{first.Kind}, {second.Kind}", second.Make(first.Make(text)));
        }
    }

    private static string Curly(string text) => text.Replace('\'', '\u2019').Replace('"', '\u201D').Replace('`', '\u2018');

    private static string Coloured(string text, Random random)
    {
        var coloured = new StringBuilder("\e]8;;https://example.org\a");
        foreach (var character in text)
        {
            if (random.Next(6) == 0)
            {
                coloured.Append(random.Next(3) switch { 0 => "\e[31m", 1 => "\e[0;1;38;5;244m", _ => "\e[2K\e[1G" });
            }

            coloured.Append(character);
        }

        return coloured.Append("\e[0m").ToString();
    }

    private static string Wrapped(string text, int width)
    {
        var wrapped = new StringBuilder();
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            wrapped.Append(column == 0 ? "" : column + word.Length > width ? "\n    " : " ").Append(word);
            column = column + word.Length > width ? word.Length : column + word.Length + 1;
        }

        return wrapped.ToString();
    }

    private static string Cut(string text, int width) =>
        string.Join('\n', text.Chunk(width).Select(chunk => new string(chunk)));

    private static string Boxed(string text, int width) =>
        $"╭{new string('─', width + 2)}╮\n"
        + string.Join('\n', text.Chunk(width).Select(chunk => $"│ {new string(chunk).PadRight(width)} │"))
        + $"\n╰{new string('─', width + 2)}╯";

    private static string Lines(string text, Func<string, string> prefix) =>
        string.Join('\n', text.Split('\n').Select(line => prefix(line) + line));
}

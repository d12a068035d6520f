using System.Security.Cryptography;
using System.Text;

namespace TrayAgent.Act.Oidc;

/// <summary>
/// Judges one HTTP request to the callback; strict, because any program on this machine and any page in the browser can send one.
/// </summary>
internal static class CallbackRequest
{
    public const string Path = "/oauth/callback";

    private const int BadRequest = 400;
    private const int NotFound = 404;

    /// <param name="head">Request line and header lines, each with its CRLF, without the empty line.</param>
    /// <param name="host">The only host that is served, as a literal address: a name could have been made to lead here.</param>
    /// <param name="state">What the answer must carry.</param>
    public static CallbackAnswer Judge(string head, string host, string state)
    {
        var lines = head.Split("\r\n");
        if (head.Any(character => character is < ' ' and not '\r' and not '\n' and not '\t' or > '~')
            || lines.Any(line => line.AsSpan().IndexOfAny('\r', '\n') >= 0)
            || lines[0].Split(' ') is not ["GET", ['/', ..] target, "HTTP/1.1"]
            || !IsForHost(lines[1..], host))
        {
            return new CallbackAnswer.Foreign(BadRequest);
        }

        var parts = target.Split('?', 2);
        return parts[0] != Path ? new CallbackAnswer.Foreign(NotFound)
            : Parameters(parts.Length == 2 ? parts[1] : "") is { } parameters ? Judge(parameters, state)
            : new CallbackAnswer.Foreign(BadRequest);
    }

    private static CallbackAnswer Judge(Dictionary<string, string> parameters, string state) =>
        !IsEqual(parameters.GetValueOrDefault("state", ""), state) ? new CallbackAnswer.Foreign(BadRequest)
        : parameters.TryGetValue("error", out var error) ? new CallbackAnswer.Refused(error)
        : parameters.GetValueOrDefault("code") is { Length: > 0 } code ? new CallbackAnswer.Approved(code)
        : new CallbackAnswer.Foreign(BadRequest);

    /// <summary>Exactly one Host line, and no body that would have to be read.</summary>
    private static bool IsForHost(string[] lines, string host)
    {
        var headers = lines.Where(line => line.Length > 0).Select(line => line.Split(':', 2)).ToArray();
        return headers.All(header => header.Length == 2 && header[0].Length > 0 && !header[0].AsSpan().ContainsAny(" \t"))
            && Values("Host") is [var only] && only == host
            && Values("Content-Length").All(length => length == "0")
            && Values("Transfer-Encoding").Length == 0;

        string[] Values(string name) =>
            [.. headers.Where(header => header[0].Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header[1].Trim())];
    }

    /// <summary>Null when one comes twice: two readers could take it for two different ones.</summary>
    private static Dictionary<string, string>? Parameters(string query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (!parameters.TryAdd(Decoded(parts[0]), parts.Length == 2 ? Decoded(parts[1]) : ""))
            {
                return null;
            }
        }

        return parameters;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>In a time that does not tell how much of it was right.</summary>
    private static bool IsEqual(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace TrayAgent.Loopback.Http;

/// <summary>An answer that was decided but not yet sent, so that a fault may still change it.</summary>
internal sealed record Reply(int Status, string ContentType, string Body)
{
    /// <summary>The name of the error, or <c>ok</c>, for the event log.</summary>
    public string Outcome { get; init; } = "ok";

    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    public static Reply Json(JsonNode json) => new(200, "application/json", json.ToJsonString());

    public static Reply Html(string html) => new(200, "text/html; charset=utf-8", html);

    public static Reply Xml(string xml) => new(200, "text/xml", xml);

    public static Reply Redirect(string location) =>
        new Reply(302, "text/plain", "") { Outcome = "redirect" }.With("Location", location);

    public Reply With(string header, string value) => this with { Headers = Headers.SetItem(header, value) };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace TrayAgent.Loopback.Http;

/// <summary>A request that was read to its end.</summary>
internal sealed class CentreRequest(HttpRequest request, string body)
{
    public const string BrowserCookie = "portal-browser";
    private JsonObject? _json;

    public string Method => request.Method;

    public string Path => request.Path.Value ?? "/";

    /// <summary>The cookie that tells browsers apart; null on a first visit.</summary>
    public string? Browser => request.Cookies[BrowserCookie];

    public string? Header(string name) => request.Headers[name].FirstOrDefault();

    public string? Query(string name) => request.Query[name].FirstOrDefault();

    /// <summary>A field of an <c>application/x-www-form-urlencoded</c> body.</summary>
    public string? Form(string name) => HttpUtility.ParseQueryString(body)[name];

    /// <summary>A text field of a JSON body; null when it is absent or not a text.</summary>
    public string? Text(string name) =>
        Json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public string[] Texts(string name) => Json[name] is JsonArray array
        ? [.. array.OfType<JsonValue>().Select(item => item.ToString())]
        : [];

    private JsonObject Json => _json ??= Parse(body);

    private static JsonObject Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

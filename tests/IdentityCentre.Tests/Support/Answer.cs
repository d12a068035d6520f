using System.Net;
using System.Text.Json.Nodes;

namespace TrayAgent.Loopback.Tests.Support;

/// <summary>What a client saw: status, error name from the header, and JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, string ErrorType, JsonObject Json)
{
    public string this[string field] => Json[field]?.ToString() ?? "";

    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var errorType = response.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? values.Single() : "";
        return new Answer(response.StatusCode, errorType, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }

    /// <summary>In one line, without what changes from run to run.</summary>
    public override string ToString() => ErrorType.Length == 0
        ? $"{(int)Status}"
        : $"{(int)Status} {ErrorType.Split(':')[0]} {this["error"]}{this["message"]}".TrimEnd();
}

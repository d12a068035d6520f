using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TrayAgent.Loopback;

namespace TrayAgent.Peers.Tests.Support;

/// <summary>Signs in by device code without any tool; the person is the test.</summary>
internal sealed class SignInClient(IdentityCentre centre) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(centre.BaseUrl) };
    private (string Id, string Secret)? _client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<SignedIn> SignInAsync(string startUrl)
    {
        var (id, secret) = _client ??= await RegisterAsync();
        var started = await PostAsync("/device_authorization", new() { ["startUrl"] = startUrl, ["clientId"] = id, ["clientSecret"] = secret });
        Assert.True(centre.Approve(Text(started, "userCode")));
        var token = await PostAsync("/token", new()
        {
            ["grantType"] = "urn:ietf:params:oauth:grant-type:device_code",
            ["clientId"] = id,
            ["clientSecret"] = secret,
            ["deviceCode"] = Text(started, "deviceCode"),
        });
        return new SignedIn(id, secret, Text(token, "accessToken"), Text(token, "refreshToken"));
    }

    /// <summary>Null when the service gives a new token for the one in the file.</summary>
    public async Task<string?> ProblemOfRefreshAsync(JsonObject file)
    {
        var answer = await PostAsync("/token", new()
        {
            ["grantType"] = "refresh_token",
            ["clientId"] = file["clientId"]?.DeepClone(),
            ["clientSecret"] = file["clientSecret"]?.DeepClone(),
            ["refreshToken"] = file["refreshToken"]?.DeepClone(),
        });
        return answer["accessToken"] is null ? answer["error_description"]?.ToString() ?? "no reason" : null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<(string Id, string Secret)> RegisterAsync()
    {
        var client = await PostAsync("/client/register", new()
        {
            ["clientName"] = "fleet",
            ["clientType"] = "public",
            ["scopes"] = new JsonArray("sso:account:access"),
        });
        return (Text(client, "clientId"), Text(client, "clientSecret"));
    }

    private async Task<JsonObject> PostAsync(string path, JsonObject body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, Cancellation);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!.AsObject();
    }

    private static string Text(JsonObject answer, string field) => answer[field]!.GetValue<string>();
}

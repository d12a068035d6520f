using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TrayAgent.Loopback.Browser;

namespace TrayAgent.Loopback.Tests.Support;

/// <summary>Speaks the wire protocol by hand, so that a test may also say what no SDK would.</summary>
internal sealed class SsoClient(IdentityCentre centre) : IDisposable
{
    public const string StartUrl = "https://d-1.awsapps.com/start";
    private readonly HttpClient _http = new() { BaseAddress = new Uri(centre.BaseUrl) };

    /// <summary>How often the centre saw a refresh token that had been exchanged before.</summary>
    public int Reuses => centre.RefreshTokenReuses;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Answer> PostAsync(string path, JsonObject body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, Cancellation);
        return await Answer.OfAsync(response, Cancellation);
    }

    public Task<Answer> PortalAsync(string path, string accessToken) => PortalAsync(HttpMethod.Get, path, accessToken);

    public Task<Answer> LogoutAsync(string accessToken) => PortalAsync(HttpMethod.Post, "/logout", accessToken);

    public Task<Answer> AccountsAsync(string accessToken) => PortalAsync("/assignment/accounts", accessToken);

    public async Task<JsonObject> RegisterAsync(params string[] scopes)
    {
        var body = new JsonObject { ["clientName"] = "test", ["clientType"] = "public" };
        if (scopes.Length > 0)
        {
            body["scopes"] = new JsonArray([.. scopes.Select(scope => JsonValue.Create(scope))]);
        }

        return Credentials(await PostAsync("/client/register", body));
    }

    public Task<Answer> StartAsync(JsonObject client, string startUrl = StartUrl) =>
        PostAsync("/device_authorization", With(client, ("startUrl", startUrl)));

    public Task<Answer> PollAsync(JsonObject client, string deviceCode) => PostAsync("/token", With(
        client, ("grantType", "urn:ietf:params:oauth:grant-type:device_code"), ("deviceCode", deviceCode)));

    public Task<Answer> RefreshAsync(JsonObject client, string refreshToken) =>
        PostAsync("/token", With(client, ("grantType", "refresh_token"), ("refreshToken", refreshToken)));

    /// <summary>The whole device flow, approved in the given browser.</summary>
    public async Task<Answer> SignInAsync(JsonObject client, FormBrowser browser, string startUrl = StartUrl)
    {
        var started = await StartAsync(client, startUrl);
        await browser.ApproveAsync(new Uri(started["verificationUriComplete"]), Cancellation);
        return await PollAsync(client, started["deviceCode"]);
    }

    public static JsonObject With(JsonObject client, params (string Name, string Value)[] fields)
    {
        var body = client.DeepClone().AsObject();
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return body;
    }

    public static JsonObject Credentials(Answer registration) => new()
    {
        ["clientId"] = registration["clientId"],
        ["clientSecret"] = registration["clientSecret"],
    };

    public void Dispose() => _http.Dispose();

    private async Task<Answer> PortalAsync(HttpMethod method, string path, string accessToken)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-amz-sso_bearer_token", accessToken);
        using var response = await _http.SendAsync(request, Cancellation);
        return await Answer.OfAsync(response, Cancellation);
    }
}

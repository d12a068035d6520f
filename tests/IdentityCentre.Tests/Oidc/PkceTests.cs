using System.Text.Json.Nodes;
using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Oidc;

public sealed class PkceTests
{
    // The pair of RFC 7636, appendix B.
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Fact]
    public Task The_right_verifier_gets_a_refreshable_token() => Check("200 3600 True", Verifier);

    [Fact]
    public Task A_wrong_verifier_is_refused() =>
        Check("400 InvalidGrantException invalid_grant  False", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl");

    [Fact]
    public Task Another_port_than_the_one_redirected_to_is_refused() =>
        Check("400 InvalidGrantException invalid_grant  False", Verifier, "http://127.0.0.1:1/oauth/callback");

    [Theory]
    [InlineData("redirect_uri", "http://127.0.0.1:4/other", "The redirect address is not the registered one.")]
    [InlineData("redirect_uri", "http://example.com/oauth/callback", "The redirect address is not the registered one.")]
    [InlineData("code_challenge_method", "plain", "The code challenge is missing or not of the kind S256.")]
    [InlineData("scopes", "everything", "The client asks for scopes that it is not registered for.")]
    [InlineData("client_id", "unknown", "The client is unknown or its registration has expired.")]
    public async Task A_request_that_is_not_right_never_redirects(string name, string value, string expected)
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var parameters = Parameters(await RegisterAsync(client), "http://127.0.0.1:4/oauth/callback");
        parameters[name] = value;
        var page = await browser.OpenAsync(Page(centre, parameters), TestContext.Current.CancellationToken);
        Assert.Contains(expected, page);
        Assert.DoesNotContain("id=\"approve\"", page);
    }

    [Fact]
    public async Task Denying_redirects_with_the_error_and_the_state()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        using var callback = new Callback();
        var page = Page(centre, Parameters(await RegisterAsync(client), callback.Address));
        var visit = callback.VisitAsync();
        await browser.DenyAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal("?error=access_denied&state=a%20b", await visit);
        Assert.Empty(centre.Sessions);
    }

    private static async Task Check(string expected, string verifier, string? redirectUri = null)
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        using var callback = new Callback();
        var registration = await RegisterAsync(client);
        var visit = callback.VisitAsync();
        await browser.ApproveAsync(
            Page(centre, Parameters(registration, callback.Address)), TestContext.Current.CancellationToken);
        var query = System.Web.HttpUtility.ParseQueryString(await visit);
        Assert.Equal("a b", query["state"]);
        var answer = await client.PostAsync("/token", SsoClient.With(
            registration,
            ("grantType", "authorization_code"),
            ("redirectUri", redirectUri ?? callback.Address),
            ("codeVerifier", verifier),
            ("code", query["code"]!)));
        Assert.Equal(expected, $"{answer} {answer["expiresIn"]} {answer.Json.ContainsKey("refreshToken")}");
    }

    private static async Task<JsonObject> RegisterAsync(SsoClient client) =>
        SsoClient.Credentials(await client.PostAsync("/client/register", new JsonObject
        {
            ["clientName"] = "test",
            ["clientType"] = "public",
            ["grantTypes"] = new JsonArray("authorization_code", "refresh_token"),
            ["redirectUris"] = new JsonArray("http://127.0.0.1/oauth/callback"),
            ["issuerUrl"] = SsoClient.StartUrl,
            ["scopes"] = new JsonArray("sso:account:access"),
        }));

    private static Dictionary<string, string> Parameters(JsonObject registration, string redirectUri) => new()
    {
        ["response_type"] = "code",
        ["client_id"] = registration["clientId"]!.ToString(),
        ["redirect_uri"] = redirectUri,
        ["state"] = "a b",
        ["code_challenge_method"] = "S256",
        ["scopes"] = "sso:account:access",
        ["code_challenge"] = Challenge,
    };

    private static Uri Page(IdentityCentre centre, Dictionary<string, string> parameters) => new(
        $"{centre.BaseUrl}/authorize?"
        + string.Join('&', parameters.Select(it => $"{it.Key}={Uri.EscapeDataString(it.Value)}")));
}

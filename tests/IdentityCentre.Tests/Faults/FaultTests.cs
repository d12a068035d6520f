using System.Net;
using System.Text.Json.Nodes;
using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Faults;

/// <summary>What a client sees of each fault when it refreshes, and what has become of its refresh token.</summary>
public sealed class FaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Throttle() => Check(
        new(FaultKind.Throttle, 1), "429 {\"error\":\"slow_down\",\"error_description\":\"Rate exceeded\"}", "kept");

    [Fact]
    public Task Server_error() => Check(
        new(FaultKind.ServerError, 1),
        "500 {\"error\":\"server_error\",\"error_description\":\"An internal error occurred\"}", "kept");

    [Fact]
    public Task Server_error_after_work() => Check(
        new(FaultKind.ServerErrorAfterWork, 1),
        "500 {\"error\":\"server_error\",\"error_description\":\"An internal error occurred\"}", "exchanged");

    [Fact]
    public Task Invalid_grant() => Check(
        new(FaultKind.InvalidGrant, 1),
        "400 {\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token provided\"}", "kept");

    [Fact]
    public Task Revoked_session() => Check(
        new(FaultKind.RevokedSession, 1),
        "400 {\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token provided\"}", "dead");

    [Fact]
    public Task Cut_after_headers() => Check(new(FaultKind.CutAfterHeaders, 1), "connection lost", "exchanged");

    [Fact]
    public Task Cut_mid_body() => Check(new(FaultKind.CutMidBody, 1), "connection lost", "exchanged");

    [Fact]
    public Task Slow() => Check(
        new(FaultKind.Slow, 1) { Pause = TimeSpan.Zero },
        "200 accessToken expiresIn=3600 tokenType refreshToken", "exchanged");

    [Fact]
    public Task Huge_body() => Check(
        new(FaultKind.HugeBody, 1), "200 padding accessToken expiresIn=3600 tokenType refreshToken", "exchanged");

    [Fact]
    public Task Gzip_bomb() => Check(new(FaultKind.GzipBomb, 1), "200 gzip of less than 1 MB", "exchanged");

    [Fact]
    public Task Not_json() => Check(
        new(FaultKind.NotJson, 1),
        "200 <!doctype html><title>Welcome</title><p>Accept the terms of this network to go on.</p>", "exchanged");

    [Fact]
    public Task Wrong_types() => Check(
        new(FaultKind.WrongTypes, 1), "200 accessToken expiresIn=soon tokenType refreshToken", "exchanged");

    [Fact]
    public Task Missing_refresh_token() => Check(
        new(FaultKind.MissingRefreshToken, 1), "200 accessToken expiresIn=3600 tokenType", "exchanged");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000_000_000)]
    public Task Expires_in(long number) => Check(
        new(FaultKind.ExpiresIn, 1) { Number = number },
        $"200 accessToken expiresIn={number} tokenType refreshToken", "exchanged");

    [Theory]
    [InlineData(FaultKind.Hang, "kept")]
    [InlineData(FaultKind.HangAnswer, "exchanged")]
    public async Task A_hanging_request_whose_client_goes(FaultKind kind, string token)
    {
        await using var centre = await IdentityCentre.StartAsync(Strict);
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var registration = await client.RegisterAsync("sso:account:access");
        var refreshToken = (await client.SignInAsync(registration, browser))["refreshToken"];
        centre.Faults.Set(Operation.CreateTokenByRefreshToken, kind, times: 1);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var hanging = SendAsync(centre, registration, refreshToken, gone.Token);
        await centre.UntilAsync(() => centre.Requests(Operation.CreateTokenByRefreshToken) == 1, Cancellation);
        await centre.UntilAsync(() => kind == FaultKind.Hang || centre.Events[^1].Fault is not null, Cancellation);
        Assert.False(hanging.IsCompleted);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Equal(token, await FateAsync(client, registration, refreshToken));
    }

    [Fact]
    public async Task A_hanging_request_goes_on_when_released()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        centre.Faults.Set(Operation.RegisterClient, FaultKind.Hang);
        var hanging = client.RegisterAsync();
        await centre.UntilAsync(() => centre.Requests(Operation.RegisterClient) == 1, Cancellation);
        centre.Faults.Clear();
        Assert.StartsWith("cid", (await hanging)["clientId"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portal_throttles_and_forgets_tokens_in_its_own_words_and_counts()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var token = (await client.SignInAsync(await client.RegisterAsync(), browser))["accessToken"];
        centre.Faults.Set(Operation.ListAccounts, FaultKind.Throttle, times: 2);
        Assert.Equal("429 TooManyRequestsException Rate exceeded", (await client.AccountsAsync(token)).ToString());
        Assert.Equal("429 TooManyRequestsException Rate exceeded", (await client.AccountsAsync(token)).ToString());
        Assert.Equal("200", (await client.AccountsAsync(token)).ToString());
        centre.Faults.Set(Operation.ListAccounts, FaultKind.Unauthorized, times: 1);
        Assert.Equal(
            "401 UnauthorizedException Session token not found or invalid",
            (await client.AccountsAsync(token)).ToString());
        Assert.Equal((4, 3), (centre.Requests(Operation.ListAccounts), centre.Faults.Hits(Operation.ListAccounts)));
    }

    [Fact]
    public async Task The_date_header_is_the_machines_time_unless_skewed()
    {
        await using var centre = await IdentityCentre.StartAsync();
        centre.Clock.Advance(TimeSpan.FromDays(1));
        Assert.InRange(await SkewAsync(centre), TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(5));
        centre.Faults.DateSkew = TimeSpan.FromMinutes(-10);
        Assert.InRange(await SkewAsync(centre), TimeSpan.FromSeconds(-605), TimeSpan.FromSeconds(-595));
    }

    private static CentreOptions Strict => new() { RefreshTokenPolicy = RefreshTokenPolicy.Strict };

    private static async Task Check(Fault fault, string seen, string token)
    {
        await using var centre = await IdentityCentre.StartAsync(Strict);
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var registration = await client.RegisterAsync("sso:account:access");
        var refreshToken = (await client.SignInAsync(registration, browser))["refreshToken"];
        centre.Faults.Set(Operation.CreateTokenByRefreshToken, fault);
        Assert.Equal(seen, await SeenAsync(centre, registration, refreshToken));
        Assert.Equal(1, centre.Faults.Hits(Operation.CreateTokenByRefreshToken));
        Assert.Equal(token, await FateAsync(client, registration, refreshToken));
    }

    private static async Task<string> SeenAsync(IdentityCentre centre, JsonObject registration, string refreshToken)
    {
        try
        {
            using var response = await SendAsync(centre, registration, refreshToken, Cancellation);
            return $"{(int)response.StatusCode} {await BodyAsync(response)}";
        }
        catch (HttpRequestException)
        {
            return "connection lost";
        }
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            return text.Length < 1024 * 1024 ? "gzip of less than 1 MB" : "gzip that is large";
        }

        return response.StatusCode == HttpStatusCode.OK && text.StartsWith('{')
            ? string.Join(' ', JsonNode.Parse(text)!.AsObject().Select(Field))
            : text;
    }

    private static string Field(KeyValuePair<string, JsonNode?> field) =>
        field.Key == "expiresIn" ? $"{field.Key}={field.Value}" : field.Key;

    private static async Task<HttpResponseMessage> SendAsync(
        IdentityCentre centre, JsonObject registration, string refreshToken, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var body = SsoClient.With(registration, ("grantType", "refresh_token"), ("refreshToken", refreshToken));
        return await http.PostAsync(
            new Uri($"{centre.BaseUrl}/token"), new StringContent(body.ToJsonString()), cancellationToken);
    }

    private static async Task<string> FateAsync(SsoClient client, JsonObject registration, string refreshToken)
    {
        var again = await client.RefreshAsync(registration, refreshToken);
        return again.ErrorType.Length == 0 ? "kept" : client.Reuses > 0 ? "exchanged" : "dead";
    }

    private static async Task<TimeSpan> SkewAsync(IdentityCentre centre)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri($"{centre.BaseUrl}/device"), Cancellation);
        return response.Headers.Date!.Value - DateTimeOffset.UtcNow;
    }
}

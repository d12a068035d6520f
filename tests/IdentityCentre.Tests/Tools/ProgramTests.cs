using System.Diagnostics;
using System.Text.Json.Nodes;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Tools;

/// <summary>The identity centre as a process of its own, driven over HTTP.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private Process _process = null!;
    private readonly HttpClient _http = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("centre-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "IdentityCentre.dll"), "--port", "0", "--session-length", "180",
            "--refresh-token-policy", "punishing", "--data-folder", _folder,
        ])
        { RedirectStandardOutput = true })!;
        _http.BaseAddress = new Uri((await _process.StandardOutput.ReadLineAsync(Cancellation))!);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task It_prints_what_to_export()
    {
        var address = _http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal($"export AWS_DATA_PATH='{_folder}'", await _process.StandardOutput.ReadLineAsync(Cancellation));
        Assert.Equal(
            $"export AWS_ENDPOINT_URL_SSO_OIDC='{address}'", await _process.StandardOutput.ReadLineAsync(Cancellation));
        Assert.True(File.Exists(Path.Combine(_folder, "sso-oidc", "2019-06-10", "endpoint-rule-set-1.json")));
    }

    [Fact]
    public async Task Another_process_sees_the_state_approves_advances_the_clock_and_sets_faults()
    {
        var started = await StartAsync();
        Assert.Equal([started], (await StateAsync())["pendingUserCodes"]!.AsArray().Select(code => code!.ToString()));
        var approved = await PostAsync($"/test/approve?user_code={started}");
        Assert.True(approved["sessions"]![0]!["isLive"]!.GetValue<bool>());
        Assert.Equal("Punishing", approved["refreshTokenPolicy"]!.ToString());
        Assert.False((await PostAsync("/test/advance?seconds=180"))["sessions"]![0]!["isLive"]!.GetValue<bool>());
        await PostAsync("/test/fault?operation=RegisterClient&kind=Throttle&times=1");
        using var throttled = await _http.PostAsync("/client/register", null, Cancellation);
        Assert.Equal(429, (int)throttled.StatusCode);
        var state = await StateAsync();
        Assert.Equal(1, state["faults"]!["RegisterClient"]!.GetValue<int>());
        Assert.Equal("TooManyRequestsException", state["events"]!.AsArray()[^1]!["outcome"]!.ToString());
    }

    [Fact]
    public async Task A_wrong_order_is_refused_with_the_reason()
    {
        using var response = await _http.PostAsync("/test/fault?operation=Nothing&kind=Throttle", null, Cancellation);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("Nothing", await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> StartAsync()
    {
        var registration = SsoClient.Credentials(await SendAsync(
            "/client/register", new JsonObject { ["clientName"] = "test", ["clientType"] = "public" }));
        return (await SendAsync(
            "/device_authorization", SsoClient.With(registration, ("startUrl", SsoClient.StartUrl))))["userCode"];
    }

    private async Task<Answer> SendAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString());
        using var response = await _http.PostAsync(path, content, Cancellation);
        return await Answer.OfAsync(response, Cancellation);
    }

    private async Task<JsonObject> StateAsync() =>
        JsonNode.Parse(await _http.GetStringAsync("/test/state", Cancellation))!.AsObject();

    private async Task<JsonObject> PostAsync(string path)
    {
        using var response = await _http.PostAsync(path, null, Cancellation);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!.AsObject();
    }
}

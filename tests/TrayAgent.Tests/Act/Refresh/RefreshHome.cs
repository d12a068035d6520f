using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Refresh;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Loopback;
using TrayAgent.Settings;
using Centre = TrayAgent.Loopback.IdentityCentre;

namespace TrayAgent.Tests.Act.Refresh;

/// <summary>A home with one session that was signed in to at an identity centre on this machine.</summary>
internal sealed class RefreshHome : IAsyncDisposable
{
    private readonly TempHome _home = new();

    private RefreshHome(Centre centre) => Centre = centre;

    public Centre Centre { get; }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public SsoSession Session { get; } = new()
    {
        Name = "corp",
        Kind = SessionKind.SsoSession,
        StartUrl = "https://d-1.awsapps.com/start",
        Region = "eu-west-1",
        File = "config",
        Line = 1,
    };

    public string TokenPath => Path.Combine(_home.SsoCache, Session.CacheFileName);

    public string Folder => _home.Folder;

    /// <summary>The token that the last sign-in gave.</summary>
    public TokenFields Signed { get; private set; } = null!;

    public int Asked => Centre.Requests(Operation.CreateTokenByRefreshToken);

    public static async Task<RefreshHome> SignedInAsync(TimeSpan left, RefreshTokenPolicy policy = RefreshTokenPolicy.Punishing)
    {
        var home = new RefreshHome(await Centre.StartAsync(new CentreOptions { RefreshTokenPolicy = policy }));
        await home.SignInAsync(left);
        return home;
    }

    /// <summary>The device flow by hand, and the file as the AWS CLI writes it.</summary>
    public async Task SignInAsync(TimeSpan left)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = new Uri(Centre.BaseUrl) };
        var client = await PostAsync("/client/register", new JsonObject
        {
            ["clientName"] = "t",
            ["clientType"] = "public",
            ["scopes"] = new JsonArray("sso:account:access"),
        });
        var known = new JsonObject { ["clientId"] = (string)client["clientId"]!, ["clientSecret"] = (string)client["clientSecret"]! };
        var started = await PostAsync("/device_authorization", With(known, ("startUrl", Session.StartUrl!)));
        Assert.True(Centre.Approve((string)started["userCode"]!));
        var token = await PostAsync("/token", With(
            known, ("grantType", "urn:ietf:params:oauth:grant-type:device_code"), ("deviceCode", (string)started["deviceCode"]!)));
        Signed = new TokenFields
        {
            StartUrl = Session.StartUrl,
            Region = Session.Region,
            AccessToken = (string)token["accessToken"]!,
            ExpiresAt = Time.GetUtcNow() + left,
            ClientId = (string)client["clientId"]!,
            ClientSecret = (string)client["clientSecret"]!,
            RegistrationExpiresAt = Time.GetUtcNow().AddDays(90),
            RefreshToken = (string)token["refreshToken"]!,
        };
        Write(Signed);

        async Task<JsonNode> PostAsync(string path, JsonObject body)
        {
            using var response = await http.PostAsJsonAsync(path, body, cancel);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancel))!;
        }
    }

    public void Write(TokenFields fields) => WriteText(System.Text.Encoding.ASCII.GetString(TokenText.Compose(fields)));

    public void WriteText(string text)
    {
        File.WriteAllText(TokenPath, text);
        File.SetUnixFileMode(TokenPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public JsonObject Read() => JsonNode.Parse(File.ReadAllText(TokenPath))!.AsObject();

    public string Text(string name) => (string)Read()[name]!;

    public DateTimeOffset ExpiresAt => DateTimeOffset.Parse(Text("expiresAt"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As another process would: nothing is shared but the files. The clock goes on while it waits.</summary>
    public Task<RefreshOutcome> RefreshAsync() => WithTimeAsync(StartRefresh(CancellationToken.None));

    public Task<RefreshOutcome> StartRefresh(CancellationToken stop) =>
        new TokenRefresh(_home.AwsPaths, Endpoints, Session, Time).RefreshAsync(SsoToken.FingerprintOf(Signed.AccessToken), stop);

    /// <summary>Lets the clock go on while something waits for it, until it has ended.</summary>
    public async Task<RefreshOutcome> WithTimeAsync(Task<RefreshOutcome> refresh)
    {
        while (await Task.WhenAny(refresh, Task.Delay(5, TestContext.Current.CancellationToken)) != refresh)
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
        }

        return await refresh;
    }

    public async ValueTask DisposeAsync()
    {
        await Centre.DisposeAsync();
        _home.Dispose();
    }

    public TempHome Home => _home;

    public Endpoints Endpoints => new(
        new ProcessEnvironment(ImmutableDictionary<string, string>.Empty.Add("AWS_ENDPOINT_URL", Centre.BaseUrl)),
        AgentSettings.Default with { LoopbackEndpoints = LoopbackEndpoints.Used });

    private static JsonObject With(JsonObject client, params (string Name, string Value)[] fields)
    {
        var body = client.DeepClone().AsObject();
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return body;
    }
}

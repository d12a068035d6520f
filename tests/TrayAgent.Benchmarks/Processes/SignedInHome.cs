using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TrayAgent.Loopback;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>A home with one profile that is really signed in, at an identity centre in this process.</summary>
internal sealed class SignedInHome : IAsyncDisposable
{
    private const string StartUrl = "https://d-1.awsapps.com/start";

    // SHA-1 of "corp": the AWS CLI names the token file so.
    private const string TokenFile = "ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-").FullName;
    private readonly IdentityCentre _centre;

    private SignedInHome(IdentityCentre centre)
    {
        _centre = centre;
        Environment = new Dictionary<string, string>(AwsToolEnvironment.For(Path.Join(_folder, "aws-data"), centre.BaseUrl))
        {
            ["HOME"] = _folder,
            ["PATH"] = "/usr/bin:/bin",
            ["LANG"] = "C.UTF-8",
        };
    }

    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<SignedInHome> CreateAsync()
    {
        var home = new SignedInHome(await IdentityCentre.StartAsync());
        await home.SignInAsync();
        return home;
    }

    public void ForgetRoleCredentials()
    {
        var cache = Path.Join(_folder, ".aws", "cli", "cache");
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _centre.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SignInAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_centre.BaseUrl) };
        var client = await PostAsync("/client/register", new JsonObject
        {
            ["clientName"] = "bench",
            ["clientType"] = "public",
            ["scopes"] = new JsonArray("sso:account:access"),
        });
        var started = await PostAsync("/device_authorization", Known(client, ("startUrl", StartUrl)));
        _centre.Approve((string)started["userCode"]!);
        var token = await PostAsync("/token", Known(
            client, ("grantType", "urn:ietf:params:oauth:grant-type:device_code"), ("deviceCode", (string)started["deviceCode"]!)));
        Write(Path.Join(".aws", "sso", "cache", TokenFile), new JsonObject
        {
            ["startUrl"] = StartUrl,
            ["region"] = "eu-west-1",
            ["accessToken"] = (string)token["accessToken"]!,
            ["expiresAt"] = DateTime.UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        }.ToJsonString());
        Write(Path.Join(".aws", "config"), $"""
            [sso-session corp]
            sso_start_url = {StartUrl}
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access
            [profile dev]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Developer
            region = eu-west-1

            """);
        Write(Path.Join(".config", "trayagent", "settings.json"), """{ "allowLoopbackEndpoints": true }""");

        async Task<JsonNode> PostAsync(string path, JsonObject body)
        {
            using var response = await http.PostAsJsonAsync(path, body);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        }
    }

    private static JsonObject Known(JsonNode client, params (string Name, string Value)[] fields)
    {
        var body = new JsonObject { ["clientId"] = (string)client["clientId"]!, ["clientSecret"] = (string)client["clientSecret"]! };
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return body;
    }

    private void Write(string name, string text)
    {
        var path = Path.Join(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}

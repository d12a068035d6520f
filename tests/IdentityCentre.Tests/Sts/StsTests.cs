using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Sts;

public sealed partial class StsTests
{
    [Fact]
    public Task The_caller_of_role_credentials() => Check(
        "200 arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer", "GetCallerIdentity", (_, _) => { });

    [Fact]
    public Task Role_credentials_live_on_after_their_session() => Check(
        "200 arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer", "GetCallerIdentity",
        (centre, _) => centre.RevokeSessions());

    [Fact]
    public Task Expired() => Check(
        "403 ExpiredToken", "GetCallerIdentity", (centre, _) => centre.Clock.Advance(TimeSpan.FromHours(1)));

    [Fact]
    public Task An_unknown_access_key() => Check(
        "403 InvalidClientTokenId", "GetCallerIdentity", (_, keys) => keys["accessKeyId"] = "ASIAUNKNOWN");

    [Fact]
    public Task A_session_token_of_other_keys() => Check(
        "403 InvalidClientTokenId", "GetCallerIdentity", (_, keys) => keys["sessionToken"] = "other");

    [Fact]
    public Task A_chained_role() => Check(
        "200 arn:aws:sts::444455556666:assumed-role/Deploy",
        "AssumeRole&RoleArn=arn:aws:iam::444455556666:role/team/Deploy&RoleSessionName=me", (_, _) => { });

    [Fact]
    public Task A_chained_role_lives_one_hour_at_most() => Check(
        "400 ValidationError",
        "AssumeRole&RoleArn=arn:aws:iam::444455556666:role/Deploy&RoleSessionName=me&DurationSeconds=7200",
        (_, _) => { });

    [Fact]
    public Task An_unknown_action() => Check("400 InvalidAction", "GetSessionToken", (_, _) => { });

    private static async Task Check(string expected, string action, Action<IdentityCentre, JsonObject> before)
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var token = await client.SignInAsync(await client.RegisterAsync(), browser);
        var keys = (await client.PortalAsync(
            "/federation/credentials?account_id=111122223333&role_name=Developer", token["accessToken"]))
            .Json["roleCredentials"]!.AsObject();
        before(centre, keys);
        Assert.Equal(expected, await AskAsync(centre, keys, action));
    }

    private static async Task<string> AskAsync(IdentityCentre centre, JsonObject keys, string action)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, centre.BaseUrl);
        request.Content = new StringContent($"Action={action}&Version=2011-06-15");
        request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", keys["sessionToken"]!.ToString());
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={keys["accessKeyId"]}/20260101/eu-west-1/sts/aws4_request");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var xml = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode} {Said().Match(xml).Groups["said"].Value}";
    }

    [GeneratedRegex(@"<(?:Arn|Code)>(?<said>[^</]*(?:/[A-Za-z]+(?:_[A-Za-z]+)?)?)")]
    private static partial Regex Said();
}

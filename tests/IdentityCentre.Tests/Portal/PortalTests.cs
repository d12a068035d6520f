using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Portal;

public sealed class PortalTests
{
    [Fact]
    public Task Accounts_come_page_by_page() => Check(
        "/assignment/accounts?max_result=1",
        """{"nextToken":"1","accountList":[{"accountId":"111122223333","accountName":"Sandbox","""
        + "\"emailAddress\":\"aws-111122223333@example.com\"}]}");

    [Fact]
    public Task The_last_page_has_no_next_token() => Check(
        "/assignment/accounts?max_result=1&next_token=1",
        """{"nextToken":null,"accountList":[{"accountId":"444455556666","accountName":"Production","""
        + "\"emailAddress\":\"aws-444455556666@example.com\"}]}");

    [Fact]
    public Task Roles_of_an_account() => Check(
        "/assignment/roles?account_id=111122223333",
        """{"nextToken":null,"roleList":[{"roleName":"Developer","accountId":"111122223333"},"""
        + """{"roleName":"ReadOnly","accountId":"111122223333"}]}""");

    [Fact]
    public Task An_unknown_account() => Check(
        "/federation/credentials?account_id=999999999999&role_name=Developer",
        """{"message":"Account not found","__type":"com.amazonaws.switchboard.portal#ResourceNotFoundException"}""");

    [Fact]
    public Task A_role_that_is_not_assigned() => Check(
        "/federation/credentials?account_id=111122223333&role_name=Nope",
        """{"message":"No access","__type":"com.amazonaws.switchboard.portal#ForbiddenException"}""");

    [Fact]
    public async Task Role_credentials_expire_in_epoch_milliseconds()
    {
        await using var centre = await IdentityCentre.StartAsync();
        var answer = await AskAsync(centre, "/federation/credentials?account_id=111122223333&role_name=Developer");
        var expiration = answer.Json["roleCredentials"]!["expiration"]!.GetValue<long>();
        Assert.InRange(
            DateTimeOffset.FromUnixTimeMilliseconds(expiration) - DateTimeOffset.UtcNow,
            TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        Assert.StartsWith("ASIA", answer.Json["roleCredentials"]!["accessKeyId"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_secret_that_was_given_out_is_known()
    {
        await using var centre = await IdentityCentre.StartAsync();
        var answer = await AskAsync(centre, "/federation/credentials?account_id=111122223333&role_name=Developer");
        Assert.Contains(answer.Json["roleCredentials"]!["secretAccessKey"]!.ToString(), centre.Secrets.Select(secret => secret.Value));
        Assert.Contains(answer.Json["roleCredentials"]!["sessionToken"]!.ToString(), centre.Secrets.Select(secret => secret.Value));
    }

    private static async Task Check(string path, string expected)
    {
        await using var centre = await IdentityCentre.StartAsync();
        Assert.Equal(expected, (await AskAsync(centre, path)).Json.ToJsonString());
    }

    private static async Task<Answer> AskAsync(IdentityCentre centre, string path)
    {
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var token = await client.SignInAsync(await client.RegisterAsync(), browser);
        return await client.PortalAsync(path, token["accessToken"]);
    }
}

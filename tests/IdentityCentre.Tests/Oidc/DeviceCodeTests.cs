using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Oidc;

public sealed class DeviceCodeTests
{
    [Fact]
    public Task Nobody_has_decided() => Check("400 AuthorizationPendingException authorization_pending", (_, _) => { });

    [Fact]
    public Task Approved() => Check("200", (centre, code) => Assert.True(centre.Approve(code)));

    [Fact]
    public Task Denied() => Check("400 AccessDeniedException access_denied",
        (centre, code) => Assert.True(centre.Deny(code)));

    [Fact]
    public Task One_second_before_the_end_it_still_waits() =>
        Check("400 AuthorizationPendingException authorization_pending",
            (centre, _) => centre.Clock.Advance(TimeSpan.FromSeconds(598)));

    [Fact]
    public Task Too_old() => Check("400 ExpiredTokenException expired_token",
        (centre, _) => centre.Clock.Advance(TimeSpan.FromSeconds(600)));

    [Fact]
    public Task A_code_that_is_too_old_can_not_be_approved() => Check("400 ExpiredTokenException expired_token",
        (centre, code) =>
        {
            centre.Clock.Advance(TimeSpan.FromSeconds(600));
            Assert.False(centre.Approve(code));
        });

    [Fact]
    public async Task A_client_that_polls_too_fast_is_told_to_slow_down_and_forgiven_later()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        var registration = await client.RegisterAsync();
        var deviceCode = (await client.StartAsync(registration))["deviceCode"];
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("authorization_pending", (await client.PollAsync(registration, deviceCode))["error"]);
        }

        Assert.Equal("slow_down", (await client.PollAsync(registration, deviceCode))["error"]);
        centre.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("authorization_pending", (await client.PollAsync(registration, deviceCode))["error"]);
    }

    [Fact]
    public async Task A_device_code_gives_one_token_only()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        var registration = await client.RegisterAsync();
        var started = await client.StartAsync(registration);
        centre.Approve(started["userCode"]);
        Assert.Equal("200", (await client.PollAsync(registration, started["deviceCode"])).ToString());
        Assert.Equal("invalid_grant", (await client.PollAsync(registration, started["deviceCode"]))["error"]);
    }

    [Fact]
    public async Task A_wrong_client_secret_or_start_url_is_refused()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        var registration = await client.RegisterAsync();
        var wrong = SsoClient.With(registration, ("clientSecret", "wrong"));
        Assert.Equal("401 InvalidClientException invalid_client", (await client.StartAsync(wrong)).ToString());
        Assert.Equal(
            "400 InvalidRequestException invalid_request", (await client.StartAsync(registration, "d-1")).ToString());
    }

    private static async Task Check(string expected, Action<IdentityCentre, string> afterwards)
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        var registration = await client.RegisterAsync("sso:account:access");
        var started = await client.StartAsync(registration);
        Assert.Matches("^[A-Z]{4}-[A-Z]{4}$", started["userCode"]);
        afterwards(centre, started["userCode"]);
        Assert.Equal(expected, (await client.PollAsync(registration, started["deviceCode"])).ToString());
    }
}

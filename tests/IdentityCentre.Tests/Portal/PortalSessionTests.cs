using System.Globalization;
using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Portal;

public sealed class PortalSessionTests : IAsyncLifetime
{
    private IdentityCentre _centre = null!;
    private SsoClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _centre = await IdentityCentre.StartAsync();
        _client = new SsoClient(_centre);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _centre.DisposeAsync();
    }

    [Fact]
    public async Task Refreshing_does_not_move_the_absolute_end()
    {
        using var browser = new FormBrowser();
        var registration = await _client.RegisterAsync("sso:account:access");
        var token = await _client.SignInAsync(registration, browser);
        _centre.Clock.Advance(TimeSpan.FromHours(7.99));
        token = await _client.RefreshAsync(registration, token["refreshToken"]);
        Assert.Equal("3600", token["expiresIn"]);
        _centre.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("401", (await _client.AccountsAsync(token["accessToken"])).ToString()[..3]);
        Assert.Equal("invalid_grant", (await _client.RefreshAsync(registration, token["refreshToken"]))["error"]);
    }

    [Fact]
    public async Task A_sign_in_during_a_live_session_reuses_it_and_says_so_on_the_page()
    {
        using var browser = new FormBrowser();
        var registration = await _client.RegisterAsync();
        var first = await _client.SignInAsync(registration, browser);
        Assert.Equal("28800", first["expiresIn"]);
        _centre.Clock.Advance(TimeSpan.FromHours(3));
        var started = await _client.StartAsync(registration);
        var page = await browser.OpenAsync(
            new Uri(started["verificationUriComplete"]), TestContext.Current.CancellationToken);
        Assert.Contains("You are signed in as developer@example.com", page);
        var second = await _client.SignInAsync(registration, browser);
        Assert.InRange(int.Parse(second["expiresIn"], CultureInfo.InvariantCulture), 17_990, 18_000);
        Assert.Single(_centre.Sessions);
    }

    [Fact]
    public async Task After_the_end_a_sign_in_starts_a_new_session_in_full_length()
    {
        using var browser = new FormBrowser();
        var registration = await _client.RegisterAsync();
        await _client.SignInAsync(registration, browser);
        _centre.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Equal("28800", (await _client.SignInAsync(registration, browser))["expiresIn"]);
        Assert.Equal([false, true], _centre.Sessions.Select(session => session.IsLive));
    }

    [Fact]
    public async Task Another_browser_and_another_start_url_are_sessions_of_their_own()
    {
        using var browser = new FormBrowser();
        using var another = new FormBrowser();
        var registration = await _client.RegisterAsync();
        await _client.SignInAsync(registration, browser);
        await _client.SignInAsync(registration, another);
        await _client.SignInAsync(registration, another, "https://d-2.awsapps.com/start");
        await _client.SignInAsync(registration, another, "https://d-2.awsapps.com/start/#");
        Assert.Equal(3, _centre.LiveSessions.Count);
    }

    [Fact]
    public async Task Logout_ends_the_session_of_that_token_only_and_the_next_sign_in_starts_a_new_one()
    {
        using var browser = new FormBrowser();
        var registration = await _client.RegisterAsync("sso:account:access");
        var one = await _client.SignInAsync(registration, browser);
        var other = await _client.SignInAsync(registration, browser, "https://d-2.awsapps.com/start");
        Assert.Equal("200", (await _client.LogoutAsync(one["accessToken"])).ToString());
        Assert.Equal(
            "401 UnauthorizedException Session token not found or invalid",
            (await _client.AccountsAsync(one["accessToken"])).ToString());
        Assert.Equal("invalid_grant", (await _client.RefreshAsync(registration, one["refreshToken"]))["error"]);
        Assert.Equal("200", (await _client.AccountsAsync(other["accessToken"])).ToString());
        await _client.SignInAsync(registration, browser);
        Assert.Equal([SessionEnd.Logout, null, null], _centre.Sessions.Select(session => session.EndedBy));
    }

    [Fact]
    public async Task A_changed_session_length_is_for_new_sessions()
    {
        using var browser = new FormBrowser();
        var registration = await _client.RegisterAsync();
        await _client.SignInAsync(registration, browser);
        _centre.Options = _centre.Options with { PortalSessionLength = TimeSpan.FromMinutes(3) };
        Assert.Equal("28800", (await _client.SignInAsync(registration, browser))["expiresIn"]);
        _centre.RevokeSessions();
        Assert.Equal("180", (await _client.SignInAsync(registration, browser))["expiresIn"]);
    }
}

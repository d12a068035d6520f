using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Oidc;

public sealed class RefreshTokenTests
{
    [Fact]
    public Task Lenient_takes_an_old_refresh_token_again() => Check(RefreshTokenPolicy.Lenient, """
        first: 200
        the old one again: 200
        the new one: 200
        reuses 1, sessions lost 0, portal: 200
        """);

    [Fact]
    public Task Strict_refuses_the_old_one_and_keeps_the_session() => Check(RefreshTokenPolicy.Strict, """
        first: 200
        the old one again: 400 InvalidGrantException invalid_grant
        the new one: 200
        reuses 1, sessions lost 0, portal: 200
        """);

    [Fact]
    public Task Punishing_ends_the_session_with_everything_in_it() => Check(RefreshTokenPolicy.Punishing, """
        first: 200
        the old one again: 400 InvalidGrantException invalid_grant
        the new one: 400 InvalidGrantException invalid_grant
        reuses 1, sessions lost 1, portal: 401 UnauthorizedException Session token not found or invalid
        """);

    [Fact]
    public async Task Of_many_at_once_with_one_token_strict_lets_exactly_one_through()
    {
        var options = new CentreOptions { RefreshTokenPolicy = RefreshTokenPolicy.Strict };
        await using var centre = await IdentityCentre.StartAsync(options);
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var registration = await client.RegisterAsync("sso:account:access");
        var token = (await client.SignInAsync(registration, browser))["refreshToken"];
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.RefreshAsync(registration, token)));
        Assert.Equal(1, answers.Count(answer => answer.ToString() == "200"));
        Assert.Equal(19, centre.RefreshTokenReuses);
    }

    [Fact]
    public async Task A_refresh_token_belongs_to_the_client_it_was_issued_to()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var token = await client.SignInAsync(await client.RegisterAsync("sso:account:access"), browser);
        var another = await client.RegisterAsync("sso:account:access");
        var answer = await client.RefreshAsync(another, token["refreshToken"]);
        Assert.Equal("400 InvalidGrantException invalid_grant", answer.ToString());
        Assert.Equal("Invalid refresh token provided", answer["error_description"]);
        Assert.Equal(
            "InvalidGrantException:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/", answer.ErrorType);
    }

    [Fact]
    public async Task After_the_registration_has_expired_no_refresh_is_possible()
    {
        var options = new CentreOptions { PortalSessionLength = TimeSpan.FromDays(100) };
        await using var centre = await IdentityCentre.StartAsync(options);
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var registration = await client.RegisterAsync("sso:account:access");
        var token = await client.SignInAsync(registration, browser);
        centre.Clock.Advance(TimeSpan.FromDays(90));
        var answer = await client.RefreshAsync(registration, token["refreshToken"]);
        Assert.Equal("401 InvalidClientException invalid_client", answer.ToString());
    }

    private static async Task Check(RefreshTokenPolicy policy, string expected)
    {
        await using var centre = await IdentityCentre.StartAsync(new CentreOptions { RefreshTokenPolicy = policy });
        using var client = new SsoClient(centre);
        using var browser = new FormBrowser();
        var registration = await client.RegisterAsync("sso:account:access");
        var signIn = await client.SignInAsync(registration, browser);
        var first = await client.RefreshAsync(registration, signIn["refreshToken"]);
        var again = await client.RefreshAsync(registration, signIn["refreshToken"]);
        var next = await client.RefreshAsync(registration, first["refreshToken"]);
        var portal = await client.AccountsAsync(first["accessToken"]);
        Assert.Equal(expected, $"""
            first: {first}
            the old one again: {again}
            the new one: {next}
            reuses {centre.RefreshTokenReuses}, sessions lost {centre.SessionsLostByReuse}, portal: {portal}
            """);
    }
}

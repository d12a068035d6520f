using System.Globalization;
using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Tools;

/// <summary>The real AWS CLI 2.9.19 against the identity centre.</summary>
public sealed class AwsCliTests
{
    [Fact]
    public async Task A_session_sign_in_gives_a_refreshable_token_that_works()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var home = new AwsHome(centre);
        var (code, output) = await SignInAsync(centre, home, "--sso-session", "s");
        Assert.Contains("Successfully logged into Start URL: https://d-1.awsapps.com/start", output);
        Assert.Equal(0, code);
        Assert.Equal(
            "startUrl region accessToken expiresAt clientId clientSecret registrationExpiresAt refreshToken",
            string.Join(' ', home.Tokens().Single().Select(field => field.Key)));
        await CheckCaller(home, "p", "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_");
    }

    [Fact]
    public async Task A_legacy_sign_in_gives_a_token_without_refresh_that_works_through_a_role_chain_too()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var home = new AwsHome(centre);
        var (code, _) = await SignInAsync(centre, home, "--profile", "legacy");
        Assert.Equal(0, code);
        Assert.False(home.Tokens().Single().ContainsKey("refreshToken"));
        await CheckCaller(home, "legacy", "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_");
        await CheckCaller(home, "chain", "arn:aws:sts::444455556666:assumed-role/Deploy/");
    }

    [Fact]
    public async Task A_second_sign_in_in_the_same_browser_does_not_move_a_legacy_end()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var home = new AwsHome(centre);
        using var browser = new FormBrowser();
        await SignInAsync(centre, home, browser, "--profile", "legacy");
        var first = ExpiresAt(home);
        centre.Clock.Advance(TimeSpan.FromHours(2));
        await SignInAsync(centre, home, browser, "--profile", "legacy");

        // The CLI adds what is left to its own clock, which did not move those two hours.
        var second = ExpiresAt(home) + TimeSpan.FromHours(2);
        Assert.InRange(second - first, TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
        Assert.Single(centre.Sessions);
    }

    [Fact]
    public async Task The_cli_refreshes_a_token_that_is_about_to_expire()
    {
        var shortLived = new CentreOptions { AccessTokenLife = TimeSpan.FromMinutes(10) };
        await using var centre = await IdentityCentre.StartAsync(shortLived);
        using var home = new AwsHome(centre);
        await SignInAsync(centre, home, "--sso-session", "s");
        var before = home.Tokens().Single()["refreshToken"]!.ToString();
        await CheckCaller(home, "p", "arn:aws:sts::111122223333:");
        Assert.Equal(1, centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.NotEqual(before, home.Tokens().Single()["refreshToken"]!.ToString());
    }

    [Fact]
    public async Task Denied_on_the_page_the_cli_gives_up()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var home = new AwsHome(centre);
        using var browser = new FormBrowser();
        var login = home.AwsAsync("sso", "login", "--no-browser", "--sso-session", "s");
        var pending = await centre.NextSignInAsync(TestContext.Current.CancellationToken);
        await browser.DenyAsync(pending.Page, TestContext.Current.CancellationToken);
        var (code, output) = await login;
        Assert.Contains("An error occurred (AccessDeniedException) when calling the CreateToken operation", output);
        Assert.Equal(254, code);
    }

    [Fact]
    public async Task When_nobody_answers_the_device_code_expires()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var home = new AwsHome(centre);
        var login = home.AwsAsync("sso", "login", "--no-browser", "--sso-session", "s");
        await centre.NextSignInAsync(TestContext.Current.CancellationToken);
        centre.Clock.Advance(TimeSpan.FromMinutes(10));
        var (code, output) = await login;
        Assert.Contains("The pending authorization to retrieve an SSO token has expired.", output);
        Assert.Equal(255, code);
    }

    [Fact]
    public async Task Role_credentials_outlive_a_logout()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var home = new AwsHome(centre);
        await SignInAsync(centre, home, "--sso-session", "s");
        await CheckCaller(home, "p", "arn:aws:sts::111122223333:");
        using var client = new SsoClient(centre);
        Assert.Equal("200", (await client.LogoutAsync(home.Tokens().Single()["accessToken"]!.ToString())).ToString());
        await CheckCaller(home, "p", "arn:aws:sts::111122223333:");
        home.ForgetRoleCredentials();
        var (_, output) = await home.AwsAsync("sts", "get-caller-identity", "--profile", "p");
        Assert.Contains("The SSO session associated with this profile has expired or is otherwise invalid", output);
    }

    private static async Task<(int Code, string Output)> SignInAsync(
        IdentityCentre centre, AwsHome home, params string[] arguments)
    {
        using var browser = new FormBrowser();
        return await SignInAsync(centre, home, browser, arguments);
    }

    private static async Task<(int Code, string Output)> SignInAsync(
        IdentityCentre centre, AwsHome home, FormBrowser browser, params string[] arguments)
    {
        var login = home.AwsAsync(["sso", "login", "--no-browser", .. arguments]);
        var pending = await centre.NextSignInAsync(TestContext.Current.CancellationToken);
        await browser.ApproveAsync(pending.Page, TestContext.Current.CancellationToken);
        return await login;
    }

    private static async Task CheckCaller(AwsHome home, string profile, string arn)
    {
        var (code, output) = await home.AwsAsync("sts", "get-caller-identity", "--profile", profile);
        Assert.Contains($"\"Arn\": \"{arn}", output);
        Assert.Equal(0, code);
    }

    private static DateTimeOffset ExpiresAt(AwsHome home) => DateTimeOffset.Parse(
        home.Tokens().Single()["expiresAt"]!.ToString(), CultureInfo.InvariantCulture);
}

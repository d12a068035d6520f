using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts;
using TrayAgent.Files;
using TrayAgent.Loopback;

namespace TrayAgent.Tests.Act.Oidc;

/// <summary>Signing in where there is no AWS CLI.</summary>
public sealed class OidcSignInTests : IAsyncLifetime
{
    private OidcHome _home = null!;

    public async ValueTask InitializeAsync() => _home = await OidcHome.StartAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task The_browser_brings_the_approval_back()
    {
        Assert.StartsWith(OidcHome.Proven, await _home.SignInAsync(_home.Request), StringComparison.Ordinal);

        var waiting = await _home.Steps.WaitingForPerson;
        Assert.Equal(("127.0.0.1", null, null), (waiting.Host, waiting.UserCode, waiting.Page));
        Assert.Equal("Starting, WaitingForPerson, Proving", _home.Steps.Text);
        Assert.Equal(1, _home.Centre.Requests(Operation.CreateTokenByAuthorizationCode));
        Assert.Contains(
            "response_type=code&client_id=", Assert.Single(_home.Home.Opened), StringComparison.Ordinal);
        Assert.Contains("&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess&code_challenge=", _home.Home.Opened.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_place_for_the_token_nobody_is_asked_to_approve()
    {
        _home.Home.HasToken("old");
        File.SetUnixFileMode(_home.Home.TokenPath, UnixFileMode.UserRead);
        var running = _home.BeginAsync(_home.Request, TestContext.Current.CancellationToken);
        _home.Time.Flow();
        Assert.Contains("is write-protected", await running, StringComparison.Ordinal);
        Assert.Empty(_home.Home.Opened);
        Assert.Equal(0, _home.Centre.Requests(Operation.RegisterClient));
    }

    [Fact]
    public async Task The_code_is_shown_to_compare()
    {
        Assert.StartsWith(OidcHome.Proven, await _home.SignInAsync(_home.WithCode), StringComparison.Ordinal);

        var waiting = await _home.Steps.WaitingForPerson;
        Assert.Equal(("127.0.0.1", null), (waiting.Host, waiting.Page));
        Assert.Equal([$"{_home.Centre.BaseUrl}/device?user_code={waiting.UserCode}"], _home.Home.Opened);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_opens_the_page_by_hand_gets_a_code(bool isAsked)
    {
        _home.Home.BrowserObstacle = isAsked ? null : "No browser was found.";
        var running = _home.BeginAsync(
            _home.Request with { Page = isAsked ? SignInPage.Told : SignInPage.Opened }, TestContext.Current.CancellationToken);
        var waiting = await _home.Steps.WaitingForPerson;
        Assert.Equal($"{_home.Centre.BaseUrl}/device", waiting.Page);
        Assert.True(_home.Centre.Approve(waiting.UserCode!));
        _home.Time.Flow();
        Assert.StartsWith(OidcHome.Proven, await running, StringComparison.Ordinal);
        Assert.Empty(_home.Home.Opened);
    }

    [Fact]
    public async Task A_legacy_session_gets_a_code_and_a_token_without_refresh()
    {
        _home.BecomesLegacy();
        Assert.StartsWith(
            OidcHome.Proven.Replace("corp", "https://d-1.awsapps.com/start", StringComparison.Ordinal),
            await _home.SignInAsync(_home.Request),
            StringComparison.Ordinal);
        Assert.NotNull((await _home.Steps.WaitingForPerson).UserCode);
        Assert.Equal("clientId clientSecret expiresAt", string.Join(' ', _home.Registration.Select(it => it.Key)));
        Assert.Equal(
            "startUrl region accessToken expiresAt clientId clientSecret registrationExpiresAt",
            string.Join(' ', _home.Token.Select(it => it.Key)));
    }

    [Theory]
    [InlineData(Flow.Pkce)]
    [InlineData(Flow.DeviceCode)]
    public async Task A_session_without_scopes_gets_a_token_that_can_be_refreshed(Flow flow)
    {
        _home.Home.Session = _home.Home.Session with { Scopes = [] };
        await _home.SignInAsync(_home.With(flow));
        Assert.Equal(["sso:account:access"], _home.Registration["scopes"]!.AsArray().Select(it => it!.ToString()));
        Assert.NotNull(_home.Token["refreshToken"]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_home.Home.TokenPath));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_home.RegistrationPath));
    }

    [Theory]
    [InlineData(Flow.Pkce)]
    [InlineData(Flow.DeviceCode)]
    public async Task Denied_on_the_page_it_is_said_and_nothing_is_written(Flow flow)
    {
        Assert.Equal(
            "Failed: The sign-in to 'corp' was denied on the page.",
            await _home.SignInAsync(_home.With(flow), _home.DenyAsync));
        Assert.False(File.Exists(_home.Home.TokenPath));
    }

    [Theory]
    [InlineData(Flow.Pkce, Operation.RegisterClient)]
    [InlineData(Flow.Pkce, null)]
    [InlineData(Flow.Pkce, Operation.CreateTokenByAuthorizationCode)]
    [InlineData(Flow.DeviceCode, Operation.RegisterClient)]
    [InlineData(Flow.DeviceCode, Operation.StartDeviceAuthorization)]
    [InlineData(Flow.DeviceCode, null)]
    [InlineData(Flow.DeviceCode, Operation.CreateTokenByDeviceCode)]
    public async Task Cancelled_at_any_time_no_token_is_written(Flow flow, Operation? during)
    {
        if (during is { } operation)
        {
            _home.Centre.Faults.Set(operation, FaultKind.HangAnswer);
        }

        using var cancel = new CancellationTokenSource();
        var running = _home.BeginAsync(_home.With(flow), cancel.Token);
        Task? person = null;
        if (during is null or Operation.CreateTokenByAuthorizationCode)
        {
            await _home.Steps.WaitingForPerson;
            person = during is null ? null : _home.ApproveAsync(_home.Page);
        }

        await Wait.UntilAsync(() => during is null || _home.Centre.Faults.Hits(during.Value) > 0);
        await cancel.CancelAsync();
        Assert.Equal("Cancelled: The sign-in to 'corp' was cancelled.", await running);
        Assert.False(File.Exists(_home.Home.TokenPath));
        _home.Centre.Faults.Clear();
        await (person ?? Task.CompletedTask);
    }

    [Theory]
    [InlineData(Flow.Pkce)]
    [InlineData(Flow.DeviceCode)]
    public async Task Nobody_waits_longer_than_ten_minutes(Flow flow)
    {
        _home.Centre.Options = _home.Centre.Options with { DeviceCodeLife = TimeSpan.FromHours(1) };
        var running = _home.BeginAsync(_home.With(flow), TestContext.Current.CancellationToken);
        await _home.Steps.WaitingForPerson;
        _home.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Failed: Nobody approved the sign-in to 'corp' within 10 minutes. Sign in again.", await running);
    }

    [Fact]
    public async Task A_page_of_someone_else_is_not_opened()
    {
        _home.Home.Settings = _home.Home.Settings with { LoopbackEndpoints = LoopbackEndpoints.Ignored };
        var endpoints = new Endpoints(new ProcessEnvironment(_home.Home.Variables), _home.Home.Settings);
        using var oidc = endpoints.Oidc("eu-west-1");
        Assert.Equal(
            "https://oidc.eu-west-1.amazonaws.com/",
            oidc.DetermineServiceOperationEndpoint(new Amazon.SSOOIDC.Model.RegisterClientRequest()).URL);

        var opener = new SignInPageOpener(
            _home.Home.Settings, new SignInBrowser(() => null, (_, _) => throw new InvalidOperationException()), _home.Steps);
        Assert.Equal(
            "The sign-in page was not opened: '127.0.0.1' is this machine, not AWS.",
            await opener.ShowAsync(
                _home.Request, "https://oidc.eu-west-1.amazonaws.com/x", _home.Centre.BaseUrl, "c", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_renewal_ends_the_old_session_and_signs_in_anew()
    {
        await _home.SignInAsync(_home.Request);
        var steps = new Steps();
        var running = _home.Home.SignIns.RenewAsync(_home.Request, steps, TestContext.Current.CancellationToken);
        await steps.WaitingForPerson;
        await _home.ApproveAsync(_home.Page);
        Assert.StartsWith(OidcHome.Proven, OidcHome.Text(await running), StringComparison.Ordinal);
        Assert.Equal([Loopback.SessionEnd.Logout, null], _home.Centre.Sessions.Select(it => it.EndedBy));
        Assert.Equal("Starting, SigningOut, Starting, WaitingForPerson, Proving", steps.Text);
    }

    [Theory]
    [InlineData("-x")]
    [InlineData("a\nb")]
    public async Task A_name_that_is_no_argument_needs_no_cli(string name)
    {
        _home.Home.Session = _home.Home.Session with { Name = name };
        Assert.StartsWith(
            "SignedIn: ", await _home.SignInAsync(_home.Request with { AwsCli = new AwsCli.Found(SignInHome.Aws, null) }), StringComparison.Ordinal);
        Assert.Empty(_home.Home.Calls());
    }

    [Fact]
    public async Task That_the_chosen_cli_was_not_used_is_said()
    {
        _home.Home.Settings = _home.Home.Settings with { AwsCli = "/nowhere/aws" };
        Assert.EndsWith(
            ". The AWS CLI '/nowhere/aws' does not exist. So TrayAgent signed in by itself; correct 'awsCli' in its settings.",
            await _home.SignInAsync(_home.Request),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://d-1.awsapps.com/start", "'corp' has no region. Add 'sso_region' to it.")]
    [InlineData("eu-west-1", null, "'corp' has no start URL. Add 'sso_start_url' in '{config}', line 1.")]
    [InlineData("eu-west-1", "http://d-1.awsapps.com/start", "The start URL of 'corp' must begin with 'https://'. Correct 'sso_start_url' in '{config}', line 1.")]
    public async Task What_the_configuration_lacks_is_said_before_anything_happens(string? region, string? startUrl, string expected)
    {
        _home.Home.Session = _home.Home.Session with { Region = region, StartUrl = startUrl };
        var renewed = await _home.Home.SignIns.RenewAsync(_home.Request, _home.Steps, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Replace("{config}", _home.Home.Paths.ConfigFile, StringComparison.Ordinal), renewed.Text);
        Assert.Equal($"Failed: {renewed.Text}", await _home.SignInAsync(_home.Request));
        Assert.Empty(_home.Centre.Events);
    }
}

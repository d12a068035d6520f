using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Tests.Act.Sessions;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Proven = "SignedIn: Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann.";

    private readonly SignInHome _home = new();
    private readonly Steps _steps = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task The_page_with_the_code_is_opened_and_the_identity_is_named()
    {
        await CheckAsync(_home.Approves(SignInHome.Device).Request, Proven);

        var waiting = await _steps.WaitingForPerson;
        Assert.Equal(new SignInProgress("corp", SignInStage.WaitingForPerson, "device.sso.eu-west-1.amazonaws.com", "ABCD-EFGH"), waiting);
        Assert.Equal(["https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH"], _home.Opened);
        Assert.Equal("sso login --no-browser --sso-session corp", _home.Arguments());
        Assert.Equal("Starting, WaitingForPerson, Proving", _steps.Text);
    }

    [Fact]
    public async Task The_pkce_page_has_no_code_to_compare()
    {
        await CheckAsync(_home.Approves(SignInHome.Pkce).Request, Proven);

        Assert.Equal(("oidc.eu-west-1.amazonaws.com", null), await HostAndCode());
        Assert.StartsWith("https://oidc.eu-west-1.amazonaws.com/authorize?", Assert.Single(_home.Opened), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_prints_no_complete_page_is_opened_when_it_falls_silent()
    {
        _home.Says("waits", "");
        var running = Run(_home.Approves("Open:\n\nhttps://d-1.awsapps.com/start/#/device\n\nThen enter the code:\n\nABCD-EFGH\n").Request);
        Assert.Equal(("d-1.awsapps.com", "ABCD-EFGH"), await HostAndCode());
        _home.Says("go", "");
        Assert.Equal(Proven, Text(await running));
    }

    [Fact]
    public async Task A_legacy_session_is_signed_in_to_by_one_of_its_profiles()
    {
        _home.Session = _home.Session with { Name = "https://d-1.awsapps.com/start", Kind = SessionKind.Legacy };
        _home.Profiles = [_home.Profile("-x", ProfileKind.LegacySso), _home.Profile("old", ProfileKind.LegacySso)];
        await CheckAsync(
            _home.Approves(SignInHome.Device).Request with { Profile = null, ClaudeProfile = "old" },
            Proven.Replace("corp", "https://d-1.awsapps.com/start", StringComparison.Ordinal));
        Assert.Equal("sso login --no-browser --profile old", _home.Arguments());
    }

    [Fact]
    public async Task The_device_code_is_asked_for_where_the_cli_knows_it()
    {
        await CheckAsync(_home.Approves(SignInHome.Device).Request with { Flow = SignInFlow.DeviceCode }, Proven);
        Assert.Equal("sso login --no-browser --sso-session corp --use-device-code", _home.Arguments());
    }

    [Fact]
    public async Task An_older_cli_knows_only_the_device_code_and_no_option_for_it()
    {
        _home.Says("version", "aws-cli/2.9.19 Python/3.11.2 Linux/6.1");
        await CheckAsync(_home.Approves(SignInHome.Device).Request with { Flow = SignInFlow.DeviceCode }, Proven);
        Assert.Equal("sso login --no-browser --sso-session corp", _home.Arguments());
    }

    [Fact]
    public async Task Without_a_browser_the_page_is_told_without_its_code()
    {
        await CheckAsync(_home.Approves(SignInHome.Device).Request with { Page = SignInPage.Told }, Proven);

        Assert.Equal("https://device.sso.eu-west-1.amazonaws.com/", (await _steps.WaitingForPerson).Page);
        Assert.Empty(_home.Opened);
        Assert.EndsWith("--use-device-code", _home.Arguments(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_does_not_open_leaves_the_code_or_ends_the_pkce_flow()
    {
        _home.BrowserObstacle = "No browser was found.";
        await CheckAsync(_home.Approves(SignInHome.Device).Request, Proven);
        Assert.Equal("https://device.sso.eu-west-1.amazonaws.com/", (await _steps.WaitingForPerson).Page);

        _home.Says("waits", "");
        await CheckAsync(
            _home.Approves(SignInHome.Pkce, "newer-token").Request,
            "Failed: No browser was found. Sign in to 'corp' with '--device-code' to open the page elsewhere.");
        Assert.DoesNotContain(_home.Calls(), SignInHome.IsRunning);
    }

    [Fact]
    public async Task A_foreign_page_is_never_opened_and_the_cli_ends()
    {
        _home.Says("waits", "");
        await CheckAsync(
            _home.Approves(SignInHome.Device.Replace(".amazonaws.com", ".amazonaws.com.evil.com", StringComparison.Ordinal)).Request,
            "Failed: The sign-in page at 'device.sso.eu-west-1.amazonaws.com.evil.com' was not opened: the host does not belong to AWS. "
            + "If it is your company's, add it to 'trustedSignInHosts' in TrayAgent's settings.");
        Assert.Empty(_home.Opened);
        Assert.DoesNotContain(_home.Calls(), SignInHome.IsRunning);
    }

    [Fact]
    public async Task The_child_gets_no_identity_and_no_endpoint_of_the_shell()
    {
        _home.Variables = _home.Variables.SetItems(new Dictionary<string, string>
        {
            ["AWS_PROFILE"] = "p",
            ["AWS_DEFAULT_PROFILE"] = "p",
            ["AWS_ACCESS_KEY_ID"] = "k",
            ["AWS_SECRET_ACCESS_KEY"] = "k",
            ["AWS_SESSION_TOKEN"] = "k",
            ["AWS_ENDPOINT_URL"] = "https://evil.com",
            ["AWS_ENDPOINT_URL_SSO"] = _home.Portal.Url,
            ["AWS_ENDPOINT_URL_STS"] = _home.Portal.Url,
            ["AWS_DATA_PATH"] = "/evil",
            ["AWS_CONFIG_FILE"] = "/h/config",
            ["AWS_PAGER"] = "less",
        });
        await CheckAsync(_home.Approves(SignInHome.Device).Request, Proven);
        Assert.Equal(
            ["AWS_CLI_AUTO_PROMPT=off", "AWS_CONFIG_FILE=/h/config", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", "AWS_PAGER="],
            AwsVariables());
    }

    [Fact]
    public async Task Endpoints_on_this_machine_reach_the_child_when_the_settings_say_so()
    {
        _home.Variables = _home.Variables.SetItem("AWS_DATA_PATH", "/models");
        await CheckAsync(_home.Approves(SignInHome.Device).Request, Proven);
        Assert.Equal(
            ["AWS_CLI_AUTO_PROMPT=off", "AWS_DATA_PATH=/models", $"AWS_ENDPOINT_URL={_home.Portal.Url}", "AWS_PAGER="], AwsVariables());
    }

    [Theory]
    [InlineData("--profile=evil")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("")]
    public async Task A_name_that_is_no_argument_never_reaches_the_cli(string name)
    {
        // Without a region we cannot sign in by ourselves either.
        _home.Session = _home.Session with { Name = name, Region = null };
        Assert.Equal($"Failed: '{name}' has no region. Add 'sso_region' to it.", await RunAsync(_home.Approves(SignInHome.Device).Request));
        Assert.Empty(_home.Calls());
    }

    [Theory]
    [InlineData("$(touch x)")]
    [InlineData("a b; c & d | e > f \"g' `h` %PATH%")]
    public async Task A_name_that_a_shell_would_interpret_reaches_the_cli_as_it_is(string name)
    {
        _home.Session = _home.Session with { Name = name };
        await RunAsync(_home.Approves(SignInHome.Device).Request);
        Assert.Equal("sso login --no-browser --sso-session " + name, _home.Arguments());
    }

    [Fact]
    public async Task A_cli_that_ignores_the_interrupt_is_killed()
    {
        _home.Says("waits", "");
        _home.Says("ignores-interrupt", "");
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        _home.Time = time;
        using var cancel = new CancellationTokenSource();
        var running = _home.SignIns.SignInAsync(_home.Approves(SignInHome.Pkce).Request, _steps, cancel.Token);
        await _steps.WaitingForPerson;
        await cancel.CancelAsync();
        await Wait.UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return running.IsCompleted;
        });
        Assert.False(SignInHome.IsRunning(Assert.Single(_home.Calls())));
    }

    [Fact]
    public async Task After_ten_minutes_without_an_answer_it_ends()
    {
        _home.Says("waits", "");
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        _home.Time = time;
        var running = Run(_home.Approves(SignInHome.Pkce).Request);
        await _steps.WaitingForPerson;
        time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.False(running.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Failed: Nobody approved the sign-in to 'corp' within 10 minutes. Sign in again.", Text(await running));
        Assert.False(SignInHome.IsRunning(Assert.Single(_home.Calls())));
    }

    [Fact]
    public async Task A_failure_of_the_cli_is_told_in_a_sentence()
    {
        _home.Says("exit", "254");
        _home.Says("stderr", "\nAn error occurred (AccessDeniedException) when calling the CreateToken operation: \n");
        _home.Says("stdout", SignInHome.Device);
        await CheckAsync(_home.Request, "Failed: The sign-in to 'corp' was denied on the page.");
    }

    [Fact]
    public async Task An_interrupted_cli_is_a_cancelled_sign_in()
    {
        _home.Says("exit", "130");
        await CheckAsync(_home.Request, "Cancelled: The sign-in to 'corp' was cancelled.");
    }

    [Fact]
    public async Task A_success_without_a_new_token_is_none()
    {
        _home.HasToken("old-token");
        await CheckAsync(
            _home.Request,
            $"Failed: The sign-in to 'corp' seemed to succeed, but '{_home.TokenPath}' holds no new token. Sign in again.");
    }

    [Theory]
    [InlineData("/federation/credentials", 404, "role 'dev' in account '111122223333' (profile 'dev') is not assigned to you. Check both in '{config}', line 5, or ask your administrator.")]
    [InlineData("/federation/credentials", 403, "role 'dev' in account '111122223333' (profile 'dev') is not assigned to you. Check both in '{config}', line 5, or ask your administrator.")]
    [InlineData("/federation/credentials", 503, "credentials for profile 'dev' could not be obtained: AWS had an internal error.")]
    public async Task A_role_that_cannot_be_had_leaves_the_sign_in_done(string path, int status, string expected)
    {
        _home.Portal.Faults[path] = status;
        await CheckAsync(
            _home.Approves(SignInHome.Device).Request,
            "SignedIn: Signed in to 'corp', but " + expected.Replace("{config}", _home.Paths.ConfigFile, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_token_that_aws_refuses_is_no_sign_in()
    {
        _home.Portal.Faults["/federation/credentials"] = 401;
        var outcome = await Run(_home.Approves(SignInHome.Device).Request);
        Assert.Equal("Failed: Signed in to 'corp', but AWS did not accept the new token (401). Sign in again.", Text(outcome));
        Assert.NotNull(outcome.RefusedFingerprint);
    }

    [Fact]
    public async Task Role_credentials_that_sts_refuses_are_said_to_be_so()
    {
        _home.Portal.Faults["/"] = 403;
        await CheckAsync(
            _home.Approves(SignInHome.Device).Request,
            "SignedIn: Signed in to 'corp' and got credentials for profile 'dev', but their identity could not be asked: "
            + "AWS STS did not accept them.");
    }

    [Fact]
    public async Task Another_account_than_the_profile_names_is_said()
    {
        _home.Portal.Account = "999900001111";
        await CheckAsync(
            _home.Approves(SignInHome.Device).Request,
            "SignedIn: Signed in to 'corp' as arn:aws:sts::999900001111:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann, but profile 'dev' names "
            + $"account '111122223333'. Check 'sso_account_id' in '{_home.Paths.ConfigFile}', line 5.");
    }

    [Fact]
    public async Task Without_a_profile_the_accounts_are_counted()
    {
        _home.Profiles = [];
        await CheckAsync(
            _home.Approves(SignInHome.Device).Request, "SignedIn: Signed in to 'corp'; it gives access to 2 accounts.");
    }

    [Fact]
    public async Task No_network_after_the_sign_in_is_said_and_takes_nothing_back()
    {
        _home.Profiles = [];
        _home.Variables = _home.Variables.SetItem("AWS_ENDPOINT_URL", "http://127.0.0.1:1/");
        await CheckAsync(
            _home.Approves(SignInHome.Device).Request,
            "SignedIn: Signed in to 'corp', but its accounts could not be listed: AWS could not be reached.");
    }

    [Fact]
    public async Task Signing_in_to_a_living_session_says_that_only_a_renewal_moves_its_end()
    {
        _home.HasToken("old-token");
        await CheckAsync(
            _home.Approves(SignInHome.Device).Request,
            Proven + " If the earlier session was still alive, its end has not moved: 'trayagent renew --session corp' gives one of full length.");
    }

    [Fact]
    public async Task A_token_that_aws_refused_does_not_count_as_a_living_session()
    {
        _home.HasToken("old-token");
        var fingerprint = new TokenFile(_home.Paths, _home.Session, _home.Time).Read()!.Fingerprint;
        var outcome = await CheckAsync(_home.Approves(SignInHome.Device).Request with { Refused = [fingerprint] }, Proven);
        Assert.True(outcome.StartedPortalSession);
    }

    [Fact]
    public async Task An_expired_token_that_could_be_refreshed_does_not_prove_a_new_session()
    {
        _home.HasToken("old-token", "2020-01-01T00:00:00Z", "r");
        Assert.False((await CheckAsync(_home.Approves(SignInHome.Device).Request, Proven)).StartedPortalSession);
    }

    /// <summary>An SDK that was killed while it wrote leaves no bytes; the portal session lives on, and its end does not move.</summary>
    [Fact]
    public async Task Half_a_token_file_does_not_prove_a_new_session()
    {
        await File.WriteAllTextAsync(_home.TokenPath, "", TestContext.Current.CancellationToken);
        Assert.False((await CheckAsync(_home.Approves(SignInHome.Device).Request, Proven)).StartedPortalSession);
    }

    private async Task<(string?, string?)> HostAndCode()
    {
        var waiting = await _steps.WaitingForPerson;
        return (waiting.Host, waiting.UserCode);
    }

    private ImmutableArray<string> AwsVariables() =>
        [.. Assert.Single(_home.Calls()).Where(line => line.StartsWith("AWS_", StringComparison.Ordinal))];

    private Task<SignInOutcome> Run(SignInRequest request) =>
        _home.SignIns.SignInAsync(request, _steps, TestContext.Current.CancellationToken);

    private async Task<string> RunAsync(SignInRequest request) => Text(await Run(request));

    private async Task<SignInOutcome> CheckAsync(SignInRequest request, string expected)
    {
        var outcome = await Run(request);
        Assert.Equal(expected, Text(outcome));
        return outcome;
    }

    private static string Text(SignInOutcome outcome) => $"{outcome.Result}: {outcome.Text}";
}

using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Tests.Act.Sessions;

public sealed class RenewalTests : IAsyncLifetime
{
    private const string Proven = "SignedIn: Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann.";

    private readonly SignInHome _home = new();
    private readonly Steps _steps = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task The_living_session_is_ended_before_the_new_one_begins()
    {
        _home.HasToken("old-token");
        var outcome = await CheckAsync(Proven);

        Assert.Equal(
            ["GET /assignment/accounts", "POST /logout", "GET /federation/credentials", "POST /"], _home.Portal.Requests);
        Assert.Equal("Starting, SigningOut, Starting, WaitingForPerson, Proving", _steps.Text);
        Assert.True(outcome.StartedPortalSession);
        Assert.Null(outcome.RefusedFingerprint);
    }

    /// <summary>The process may be killed while the person signs in, and the file still looks alive.</summary>
    [Fact]
    public async Task That_the_old_token_is_dead_is_remembered_before_a_person_is_asked()
    {
        _home.HasToken("old-token");
        await CheckAsync(Proven);
        Assert.Contains(SsoToken.FingerprintOf("old-token"), _home.WhenOpened!.Refused);
    }

    [Fact]
    public async Task Without_a_browser_nothing_is_ended()
    {
        _home.HasToken("old-token");
        _home.BrowserObstacle = "No browser was found.";
        await CheckAsync("Failed: No browser was found. So the session 'corp' was not ended and goes on as before.");
        Assert.Empty(_home.Portal.Requests);
    }

    [Fact]
    public async Task Without_a_place_for_the_new_token_nothing_is_ended()
    {
        _home.HasToken("old-token");
        File.SetUnixFileMode(_home.TokenPath, UnixFileMode.UserRead);
        await CheckAsync(
            $"Failed: '{_home.TokenPath}' is write-protected, so it was left as it is. To let TrayAgent change it: "
            + $"chmod u+w '{_home.TokenPath}'. So the session 'corp' was not ended and goes on as before.");
        Assert.Empty(_home.Portal.Requests);
    }

    [Fact]
    public async Task Where_nobody_could_sign_in_nothing_is_ended()
    {
        _home.HasToken("old-token");
        _home.Says("version", "aws-cli/1.45.11 Python/3.11.7 Linux/6.1 botocore/1.43.11");
        _home.Settings = _home.Settings with { AwsCli = SignInHome.Aws };
        _home.Session = _home.Session with { StartUrl = null };
        var outcome = await RunAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("'corp' has no start URL. ", outcome.Text, StringComparison.Ordinal);
        Assert.Empty(_home.Portal.Requests);
    }

    [Fact]
    public async Task Without_a_region_the_AWS_CLI_could_not_sign_in_so_nothing_is_ended()
    {
        _home.HasToken("old-token");
        _home.Session = _home.Session with { Region = null };
        var outcome = await RunAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith(" So the session 'corp' was not ended and goes on as before.", outcome.Text, StringComparison.Ordinal);
        Assert.Empty(_home.Portal.Requests);
    }

    [Theory]
    [InlineData("/assignment/accounts", 500, "AWS had an internal error")]
    [InlineData("/assignment/accounts", 429, "AWS is throttling requests (429)")]
    [InlineData("/logout", 500, "AWS had an internal error")]
    public async Task A_service_that_does_not_answer_leaves_the_session_alone(string path, int status, string reason)
    {
        _home.HasToken("old-token");
        _home.Portal.Faults[path] = status;
        await CheckAsync($"Failed: The session 'corp' was not renewed: {reason}. It goes on as before; try again later.");
        Assert.Empty(_home.Calls());
    }

    /// <summary>The service ended the session and lost the answer: what was signed out must not be called "as before".</summary>
    [Theory]
    [InlineData(401, Proven)]
    [InlineData(429, "Failed: The session 'corp' was not renewed, and nobody knows whether it was ended: AWS had an internal error. Try again later.")]
    public async Task A_lost_answer_to_the_sign_out_is_asked_after(int afterwards, string expected)
    {
        _home.HasToken("old-token");
        _home.Portal.Faults["/logout"] = 500;
        _home.Portal.FaultsAfterLogout["/assignment/accounts"] = afterwards;
        await CheckAsync(expected);
    }

    [Fact]
    public async Task No_network_leaves_the_session_alone()
    {
        _home.HasToken("old-token");
        _home.Variables = _home.Variables.SetItem("AWS_ENDPOINT_URL", "http://127.0.0.1:1/");
        await CheckAsync("Failed: The session 'corp' was not renewed: AWS could not be reached. It goes on as before; try again later.");
        Assert.Empty(_home.Calls());
    }

    [Fact]
    public async Task A_dead_session_is_just_signed_in_to()
    {
        _home.HasToken("old-token");
        _home.Portal.Faults["/assignment/accounts"] = 401;
        await CheckAsync(Proven);
        Assert.DoesNotContain("POST /logout", _home.Portal.Requests);
    }

    [Fact]
    public async Task Without_a_token_it_is_a_sign_in()
    {
        await CheckAsync(Proven);
        Assert.Equal(["GET /federation/credentials", "POST /"], _home.Portal.Requests);
    }

    [Fact]
    public async Task Cancelled_after_the_end_of_the_old_session_it_says_that_one_is_signed_out()
    {
        _home.HasToken("old-token");
        _home.Says("waits", "");
        using var cancel = new CancellationTokenSource();
        _home.Approves(SignInHome.Device);
        var running = RunAsync(cancel.Token);
        await _steps.WaitingForPerson;
        await cancel.CancelAsync();

        var outcome = await running;
        Assert.Equal(SignInResult.Cancelled, outcome.Result);
        Assert.Equal(
            "The sign-in to 'corp' was cancelled. You are signed out of 'corp' now: sign in with 'trayagent login --session corp'.",
            outcome.Text);
        Assert.Equal(SsoToken.FingerprintOf("old-token"), outcome.RefusedFingerprint);
        Assert.Contains("old-token", await File.ReadAllTextAsync(_home.TokenPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<SignInOutcome> RunAsync(CancellationToken cancellationToken) =>
        _home.SignIns.RenewAsync(_home.Request, _steps, cancellationToken);

    private async Task<SignInOutcome> CheckAsync(string expected)
    {
        _home.Approves(SignInHome.Device);
        var outcome = await RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, $"{outcome.Result}: {outcome.Text}");
        return outcome;
    }
}

using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Tests.Act.Sessions;

/// <summary>The end of a session whose access token is over, which can end nothing before it is refreshed.</summary>
public sealed class RefreshedEndTests : IAsyncLifetime
{
    private const string Expired = "2020-01-01T00:00:00Z";
    private const string Alive = "2098-01-01T00:00:00Z";
    private const string SignedOut = "SignedOut: Signed out of 'corp'. Role credentials that programs already hold work until they expire.";

    private static readonly string[] Proof = ["GET /federation/credentials", "POST /"];
    private static readonly string[] End = ["GET /assignment/accounts", "POST /logout"];

    private readonly SignInHome _home = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task A_renewal_refreshes_first_and_then_ends_the_session()
    {
        _home.HasRefreshableToken("old-token", Expired);
        var outcome = await RenewAsync();
        Assert.Equal(SignInResult.SignedIn, outcome.Result);
        Assert.True(outcome.StartedPortalSession);
        Assert.Equal(["POST /token", .. End, .. Proof], _home.Portal.Requests);
        Assert.Contains(SsoToken.FingerprintOf("fresh-token"), _home.WhenOpened!.Refused);
    }

    [Fact]
    public async Task A_session_that_the_refresh_finds_over_is_just_signed_in_to()
    {
        _home.HasRefreshableToken("old-token", Expired);
        _home.Portal.Faults["/token"] = 400;
        var outcome = await RenewAsync();
        Assert.Equal(SignInResult.SignedIn, outcome.Result);
        Assert.True(outcome.StartedPortalSession);
        Assert.Equal(["POST /token", .. Proof], _home.Portal.Requests);
        Assert.Contains(SsoToken.FingerprintOf("old-token"), _home.WhenOpened!.Refused);
    }

    [Fact]
    public async Task A_renewal_that_cannot_refresh_leaves_the_session_alone()
    {
        _home.HasRefreshableToken("old-token", Expired);
        _home.Portal.Faults["/token"] = 500;
        var outcome = await RenewAsync();
        Assert.Equal(SignInResult.Failed, outcome.Result);
        Assert.Equal(
            "The session 'corp' was not renewed, because its token has to be refreshed first. "
            + "The token of 'corp' was not refreshed: AWS had an internal error. It is tried again.",
            outcome.Text);
        Assert.Equal(["POST /token"], _home.Portal.Requests);
        Assert.Empty(_home.Calls());
    }

    /// <summary>A clock that is wrong, or another tool's idea of an end.</summary>
    [Fact]
    public async Task A_token_that_aws_does_not_take_is_refreshed_although_its_file_calls_it_good()
    {
        _home.HasRefreshableToken("old-token", Alive);
        _home.Portal.Faults["/assignment/accounts"] = 401;
        _home.Portal.Arrived = request =>
        {
            if (request == "POST /token")
            {
                _home.Portal.Faults.Clear();
            }
        };
        Assert.Equal(SignInResult.SignedIn, (await RenewAsync()).Result);
        Assert.Equal(["GET /assignment/accounts", "POST /token", .. End, .. Proof], _home.Portal.Requests);
    }

    [Fact]
    public async Task A_good_token_is_not_refreshed()
    {
        _home.HasRefreshableToken("old-token", Alive);
        await RenewAsync();
        Assert.Equal([.. End, .. Proof], _home.Portal.Requests);
    }

    [Fact]
    public async Task A_renewal_that_could_not_end_the_session_says_so()
    {
        _home.HasToken("old-token", Expired, "refresh");
        _home.Portal.Faults["/assignment/accounts"] = 401;
        var outcome = await RenewAsync();
        Assert.Equal(SignInResult.SignedIn, outcome.Result);
        Assert.False(outcome.StartedPortalSession);
        Assert.EndsWith(
            "The earlier session could not be ended, because its token was of no use any more; if it was still alive, "
            + "its end has not moved: 'trayagent renew --session corp' gives one of full length now.",
            outcome.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_out_refreshes_first_and_removes_only_its_own_files()
    {
        _home.HasRefreshableToken("old-token", Expired);
        var own = Write(_home.Paths.CliCache, CacheFileNames.Role(_home.Session, "111122223333", "dev"));
        string[] foreign =
        [
            Write(_home.Paths.SsoCache, "kiro-auth-token.json"),
            Write(_home.Paths.SsoCache, "aws-toolkit-vscode-client-id-eu-west-1.json"),
            Write(_home.Paths.SsoCache, CacheFileNames.Token("other")),
            Write(_home.Paths.CliCache, CacheFileNames.Role(_home.Session, "444455556666", "dev")),
        ];
        await CheckSignOutAsync(SignedOut);
        Assert.Equal(["POST /token", .. End], _home.Portal.Requests);
        Assert.False(File.Exists(_home.TokenPath));
        Assert.False(File.Exists(own));
        Assert.Equal(foreign.Order(), Files());
    }

    [Fact]
    public async Task A_sign_out_of_a_session_that_the_refresh_finds_over_removes_its_files()
    {
        _home.HasRefreshableToken("old-token", Expired);
        _home.Portal.Faults["/token"] = 400;
        await CheckSignOutAsync("SignedOut: The session 'corp' was already over.");
        Assert.False(File.Exists(_home.TokenPath));
    }

    [Fact]
    public async Task A_sign_out_that_cannot_refresh_removes_nothing()
    {
        _home.HasRefreshableToken("old-token", Expired);
        _home.Portal.Faults["/token"] = 500;
        await CheckSignOutAsync(
            "Failed: Nobody knows whether you are still signed in to 'corp', so nothing was removed. "
            + "The token of 'corp' was not refreshed: AWS had an internal error. It is tried again.");
        Assert.True(File.Exists(_home.TokenPath));
    }

    /// <summary>A refresh in another process would write a token that is dead, where the person has none any more.</summary>
    [Fact]
    public async Task No_refresh_happens_between_the_end_of_the_session_and_the_removal_of_its_file()
    {
        _home.HasRefreshableToken("old-token", Alive);
        var held = false;
        _home.Portal.Arrived = request => held |= request == "POST /logout" && IsRefreshLocked();
        await CheckSignOutAsync(SignedOut);
        Assert.True(held);
        Assert.False(IsRefreshLocked());
    }

    [Fact]
    public async Task During_a_sign_in_the_refresh_is_free()
    {
        _home.HasToken("old-token");
        var held = true;
        _home.Portal.Arrived = request => held &= !request.StartsWith("GET /federation", StringComparison.Ordinal) || IsRefreshLocked();
        await RenewAsync();
        Assert.False(held);
    }

    /// <summary>Killed at this moment, a process leaves a token that looks alive and may not be.</summary>
    [Theory]
    [InlineData(200, 200, null)]
    [InlineData(500, 200, null)]
    [InlineData(500, 429, RefreshObstacle.EndInDoubt)]
    public async Task While_aws_is_asked_to_end_it_the_session_is_in_doubt(int logout, int afterwards, RefreshObstacle? stays)
    {
        _home.HasToken("old-token");
        RefreshFailure? during = null;
        _home.Portal.Arrived = request => during ??= request == "POST /logout" ? _home.History.Failure : null;
        _home.Portal.Faults["/logout"] = logout;
        _home.Portal.FaultsAfterLogout["/assignment/accounts"] = afterwards;
        await _home.SignIns.SignOutAsync(_home.Request, TestContext.Current.CancellationToken);
        Assert.Equal(RefreshObstacle.EndInDoubt, during?.Obstacle);
        Assert.Equal(SsoToken.FingerprintOf("old-token"), during?.Fingerprint);
        Assert.Equal(stays, _home.History.Failure?.Obstacle);
    }

    private bool IsRefreshLocked()
    {
        using var free = FileLock.TryTake(Path.Combine(_home.Paths.Locks, _home.Session.CacheFileName + ".refresh"));
        return free is null;
    }

    private IEnumerable<string> Files() =>
        Directory.GetFiles(_home.Paths.SsoCache).Concat(Directory.GetFiles(_home.Paths.CliCache)).Order();

    private Task<SignInOutcome> RenewAsync() => _home.Approves(SignInHome.Device).SignIns.RenewAsync(
        _home.Request, new Steps(), TestContext.Current.CancellationToken);

    private async Task CheckSignOutAsync(string expected)
    {
        var outcome = await _home.SignIns.SignOutAsync(_home.Request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, $"{outcome.Result}: {outcome.Text}");
    }

    private static string Write(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, "{}");
        return path;
    }
}

using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Tests.Act.Sessions;

public sealed class SignOutTests : IAsyncLifetime
{
    private const string Done = "SignedOut: Signed out of 'corp'. Role credentials that programs already hold work until they expire.";

    private readonly SignInHome _home = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task Only_the_files_of_this_session_go()
    {
        _home.HasToken("old-token");
        var own = Path.Combine(_home.Paths.CliCache, CacheFileNames.Role(_home.Session, "111122223333", "dev"));
        Write(own, "{}");
        string[] foreign =
        [
            Write(Path.Combine(_home.Paths.SsoCache, "kiro-auth-token.json"), "{\"accessToken\":\"kiro\",\"region\":\"us-east-1\"}"),
            Write(Path.Combine(_home.Paths.SsoCache, "aws-toolkit-vscode-client-id-eu-west-1.json"), "{\"clientId\":\"x\"}"),
            Write(Path.Combine(_home.Paths.SsoCache, CacheFileNames.Token("other")), "{\"accessToken\":\"other\",\"region\":\"x\"}"),
            Write(Path.Combine(_home.Paths.SsoCache, "467ca71fcb5ebf97954ed6f91b2852c8093d065b.json"), "{\"clientId\":\"c\"}"),
            Write(Path.Combine(_home.Paths.CliCache, CacheFileNames.Role(_home.Session, "444455556666", "dev")), "{\"ProviderType\":\"sso\"}"),
        ];
        var before = foreign.Select(File.ReadAllBytes).ToArray();

        var outcome = await CheckAsync(Done);

        Assert.Equal(["GET /assignment/accounts", "POST /logout"], _home.Portal.Requests);
        Assert.False(File.Exists(_home.TokenPath));
        Assert.False(File.Exists(own));
        Assert.Equal(before, foreign.Select(File.ReadAllBytes));
        Assert.NotNull(outcome.RefusedFingerprint);
    }

    [Theory]
    [InlineData(500, "AWS had an internal error")]
    [InlineData(429, "AWS is throttling requests (429)")]
    public async Task A_sign_out_that_did_not_reach_aws_claims_nothing(int status, string reason)
    {
        _home.HasToken("old-token");
        _home.Portal.Faults["/logout"] = status;
        await CheckAsync($"Failed: You are still signed in to 'corp': {reason}, so nothing was removed. Try again later.");
        Assert.True(File.Exists(_home.TokenPath));
    }

    [Fact]
    public async Task A_sign_out_whose_answer_was_lost_is_one()
    {
        _home.HasToken("old-token");
        _home.Portal.Faults["/logout"] = 500;
        _home.Portal.FaultsAfterLogout["/assignment/accounts"] = 401;
        await CheckAsync(Done);
        Assert.False(File.Exists(_home.TokenPath));
    }

    [Fact]
    public async Task Without_network_nothing_is_removed()
    {
        _home.HasToken("old-token");
        _home.Variables = _home.Variables.SetItem("AWS_ENDPOINT_URL", "http://127.0.0.1:1/");
        await CheckAsync(
            "Failed: Nobody knows whether you are still signed in to 'corp': AWS could not be reached, so nothing was removed. Try again later.");
        Assert.True(File.Exists(_home.TokenPath));
    }

    [Theory]
    [InlineData("2098-01-01T00:00:00Z", "SignedOut: The session 'corp' was already over.")]
    [InlineData("2020-01-01T00:00:00Z", "SignedOut: The token of 'corp' had expired and is of no use any more; if its session still lived at AWS, it goes on there until its end.")]
    public async Task A_token_that_aws_refuses_is_removed_and_the_truth_is_told(string expiresAt, string expected)
    {
        _home.HasToken("old-token", expiresAt, "refresh");
        _home.Portal.Faults["/assignment/accounts"] = 401;
        await CheckAsync(expected);
        Assert.False(File.Exists(_home.TokenPath));
    }

    [Fact]
    public Task Without_a_token_there_is_nothing_to_end() => CheckAsync("SignedOut: You were not signed in to 'corp'.");

    [Fact]
    public async Task An_unreadable_token_file_is_not_removed()
    {
        Write(_home.TokenPath, "{\"accessToken\": \"to");
        await CheckAsync(
            $"Failed: '{_home.TokenPath}' cannot be read, so the session 'corp' could not be ended. Sign in again, then sign out.");
        Assert.True(File.Exists(_home.TokenPath));
    }

    [Fact]
    public async Task A_hostile_region_gets_no_token()
    {
        Write(_home.TokenPath, "{\"accessToken\": \"t\", \"expiresAt\": \"2098-01-01T00:00:00Z\", \"region\": \"evil.com/\"}");
        await CheckAsync("Failed: The session 'corp' could not be ended: 'evil.com/' is no AWS region. Correct 'sso_region' of 'corp'.");
        Assert.Empty(_home.Portal.Requests);
    }

    /// <summary>Who waits to sign in would take the end of a sign-out for that of a sign-in, and an old code for one to compare.</summary>
    [Fact]
    public async Task What_a_crashed_sign_in_left_is_forgotten_and_nothing_is_left_for_those_who_wait()
    {
        _home.HasToken("old-token");
        Directory.CreateDirectory(_home.Paths.Locks);
        Write(
            Path.Combine(_home.Paths.Locks, _home.Session.CacheFileName + ".sign-in.progress"),
            "{\"pid\":1,\"stage\":\"WaitingForPerson\",\"host\":\"old\",\"userCode\":\"OLDX-OLDX\"}");
        await CheckAsync(Done);
        Assert.Equal(
            [_home.Session.CacheFileName + ".refresh", _home.Session.CacheFileName + ".sign-in"],
            Directory.GetFiles(_home.Paths.Locks).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task During_a_sign_in_it_refuses()
    {
        _home.HasToken("old-token");
        _home.Says("waits", "");
        var steps = new Steps();
        using var cancel = new CancellationTokenSource();
        var running = _home.SignIns.SignInAsync(_home.Approves(SignInHome.Device).Request, steps, cancel.Token);
        await steps.WaitingForPerson;
        await CheckAsync($"Failed: A sign-in to 'corp' is under way in process {Environment.ProcessId}. Cancel it first.");
        await cancel.CancelAsync();
        await running;
    }

    private async Task<SignInOutcome> CheckAsync(string expected)
    {
        var outcome = await _home.SignIns.SignOutAsync(_home.Request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, $"{outcome.Result}: {outcome.Text}");
        return outcome;
    }

    private static string Write(string path, string text)
    {
        File.WriteAllText(path, text);
        return path;
    }
}

using TrayAgent.Act.Refresh;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Loopback;

namespace TrayAgent.Tests.Act.Refresh;

/// <summary>The refresh as the service, other tools and the next program see it; the service punishes a token used twice.</summary>
public sealed class TokenRefreshTests
{
    /// <summary>Nobody but us refreshes that early.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(18);

    [Fact]
    public async Task A_due_token_is_exchanged_and_the_file_is_as_the_aws_cli_would_have_written_it()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        var began = home.Time.GetUtcNow();
        var outcome = await home.RefreshAsync();
        Assert.Equal(RefreshResult.Refreshed, outcome.Result);
        Assert.Equal(SsoToken.FingerprintOf(home.Signed.AccessToken), outcome.Fingerprint);
        Assert.Equal("https://d-1.awsapps.com/start", outcome.StartUrl);
        Assert.Equal(
            ["startUrl", "region", "accessToken", "expiresAt", "clientId", "clientSecret", "registrationExpiresAt", "refreshToken"],
            home.Read().Select(member => member.Key));
        Assert.NotEqual(home.Signed.AccessToken, home.Text("accessToken"));
        Assert.NotEqual(home.Signed.RefreshToken, home.Text("refreshToken"));
        AssertLife(TimeSpan.FromHours(1), home, began);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(home.TokenPath));
        Assert.Single(home.Centre.LiveSessions);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(home.TokenPath)!));
    }

    /// <summary>One that was killed before it heard the answer has perhaps spent the token: that is not the session's end.</summary>
    [Theory]
    [InlineData(RefreshResult.Unreachable, true)]
    [InlineData(RefreshResult.Refreshed, false)]
    public async Task A_refusal_says_whether_the_attempt_before_was_answered(RefreshResult before, bool unanswered)
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.RevokeSessions();
        Directory.CreateDirectory(home.Home.AwsPaths.Locks);
        new RefreshFiles(home.Home.AwsPaths, home.Session, home.Time).Remember(home.Time.GetUtcNow() - TimeSpan.FromMinutes(2), before);
        var outcome = await home.RefreshAsync();
        Assert.Equal((RefreshResult.Refused, unanswered), (outcome.Result, outcome.FollowsUnanswered));
    }

    [Fact]
    public async Task What_others_added_to_the_file_stays_and_what_others_could_read_is_closed()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.WriteText(File.ReadAllText(home.TokenPath)[..^1] + ", \"theirs\": [1.50, {\"a\": null}]}");
        File.SetUnixFileMode(home.TokenPath, (UnixFileMode)0x1A4);
        Assert.Equal(RefreshResult.Refreshed, (await home.RefreshAsync()).Result);
        Assert.EndsWith(", \"theirs\": [1.50, {\"a\": null}]}", File.ReadAllText(home.TokenPath), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(home.TokenPath));
    }

    [Fact]
    public async Task Eight_processes_at_once_ask_the_service_once_and_all_have_the_token()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        var all = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => home.RefreshAsync())));
        Assert.Equal(
            [RefreshResult.Refreshed, .. Enumerable.Repeat(RefreshResult.FoundFresh, 7)], (await all).Select(outcome => outcome.Result).Order());
        Assert.Equal(1, home.Asked);
        Assert.Equal(0, home.Centre.RefreshTokenReuses);
    }

    [Fact]
    public async Task Where_other_tools_may_be_at_it_somebody_elses_refresh_is_waited_for()
    {
        await using var home = await RefreshHome.SignedInAsync(TimeSpan.FromMinutes(-5));
        var refresh = home.StartRefresh(TestContext.Current.CancellationToken);
        home.Write(home.Signed with { AccessToken = "theirs", ExpiresAt = home.Time.GetUtcNow().AddHours(1) });
        Assert.Equal(RefreshResult.FoundFresh, (await home.WithTimeAsync(refresh)).Result);
        Assert.Equal(0, home.Asked);
        Assert.Equal("theirs", home.Text("accessToken"));
    }

    [Fact]
    public async Task After_the_wait_an_expired_token_is_refreshed()
    {
        await using var home = await RefreshHome.SignedInAsync(TimeSpan.FromMinutes(-5));
        var began = home.Time.GetUtcNow();
        Assert.Equal(RefreshResult.Refreshed, (await home.RefreshAsync()).Result);
        Assert.True(home.Time.GetUtcNow() - began >= TimeSpan.FromMilliseconds(1500));
    }

    [Fact]
    public async Task A_refusal_means_the_end_only_when_nobody_else_has_a_new_token()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.RevokeSessions();
        var before = File.ReadAllText(home.TokenPath);
        var outcome = await home.RefreshAsync();
        Assert.Equal(RefreshResult.Refused, outcome.Result);
        Assert.Equal(
            "The session 'corp' has ended: AWS does not refresh its token any more. Sign in with 'trayagent login --session corp'.", outcome.Text);
        Assert.Equal(before, File.ReadAllText(home.TokenPath));
    }

    [Fact]
    public async Task A_refusal_because_another_tool_was_faster_is_no_end()
    {
        await using var home = await RefreshHome.SignedInAsync(Early, RefreshTokenPolicy.Strict);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.InvalidGrant, times: 1);
        var refresh = home.StartRefresh(TestContext.Current.CancellationToken);
        await home.Centre.UntilAsync(() => home.Asked == 1, TestContext.Current.CancellationToken);
        home.Write(home.Signed with { AccessToken = "theirs", ExpiresAt = home.Time.GetUtcNow().AddHours(1) });
        Assert.Equal(RefreshResult.FoundFresh, (await home.WithTimeAsync(refresh)).Result);
        Assert.Equal("theirs", home.Text("accessToken"));
    }

    [Fact]
    public async Task A_token_that_somebody_wrote_while_the_service_answered_is_not_overwritten()
    {
        await using var home = await RefreshHome.SignedInAsync(Early, RefreshTokenPolicy.Lenient);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.HangAnswer, times: 1);
        var refresh = home.StartRefresh(TestContext.Current.CancellationToken);
        await home.Centre.UntilAsync(() => home.Asked == 1, TestContext.Current.CancellationToken);
        home.Write(home.Signed with { AccessToken = "theirs", ExpiresAt = home.Time.GetUtcNow().AddHours(2) });
        home.Centre.Faults.Clear();
        Assert.Equal(RefreshResult.FoundFresh, (await home.WithTimeAsync(refresh)).Result);
        Assert.Equal("theirs", home.Text("accessToken"));
    }

    [Fact]
    public async Task Who_signs_out_meanwhile_stays_signed_out()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.HangAnswer, times: 1);
        var refresh = home.StartRefresh(TestContext.Current.CancellationToken);
        await home.Centre.UntilAsync(() => home.Asked == 1, TestContext.Current.CancellationToken);
        File.Delete(home.TokenPath);
        home.Centre.Faults.Clear();
        Assert.Equal(RefreshResult.SignedOut, (await home.WithTimeAsync(refresh)).Result);
        Assert.False(File.Exists(home.TokenPath));
    }

    [Fact]
    public async Task Half_a_file_that_a_killed_program_left_is_healed_by_the_new_token()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.HangAnswer, times: 1);
        var refresh = home.StartRefresh(TestContext.Current.CancellationToken);
        await home.Centre.UntilAsync(() => home.Asked == 1, TestContext.Current.CancellationToken);
        home.WriteText("{\"accessTok");
        home.Centre.Faults.Clear();
        Assert.Equal(RefreshResult.Refreshed, (await home.WithTimeAsync(refresh)).Result);
        Assert.StartsWith("{\"startUrl\"", File.ReadAllText(home.TokenPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_without_a_refresh_token_keeps_the_old_one()
    {
        await using var home = await RefreshHome.SignedInAsync(Early, RefreshTokenPolicy.Lenient);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.MissingRefreshToken, times: 1);
        Assert.Equal(RefreshResult.Refreshed, (await home.RefreshAsync()).Result);
        Assert.Equal(home.Signed.RefreshToken, home.Text("refreshToken"));
        Assert.NotEqual(home.Signed.AccessToken, home.Text("accessToken"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(86400, 43200)]
    [InlineData(1_000_000_000_000_000_000, 0)]
    public async Task A_life_that_makes_no_sense_loses_no_token(long said, int seconds)
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, new Fault(FaultKind.ExpiresIn) { Number = said });
        var began = home.Time.GetUtcNow();
        Assert.Equal(RefreshResult.Refreshed, (await home.RefreshAsync()).Result);
        AssertLife(TimeSpan.FromSeconds(seconds), home, began);
        Assert.NotEqual(home.Signed.RefreshToken, home.Text("refreshToken"));
    }

    [Theory]
    [InlineData(FaultKind.Throttle, RefreshResult.Failing)]
    [InlineData(FaultKind.ServerError, RefreshResult.Failing)]
    [InlineData(FaultKind.ServerErrorAfterWork, RefreshResult.Failing)]
    [InlineData(FaultKind.CutAfterHeaders, RefreshResult.Unreachable)]
    [InlineData(FaultKind.CutMidBody, RefreshResult.Unreachable)]
    [InlineData(FaultKind.NotJson, RefreshResult.Failing)]
    [InlineData(FaultKind.WrongTypes, RefreshResult.Failing)]
    [InlineData(FaultKind.GzipBomb, RefreshResult.Failing)]
    public async Task A_service_that_fails_is_asked_once_a_minute_and_the_file_stays(FaultKind kind, RefreshResult expected)
    {
        await using var home = await RefreshHome.SignedInAsync(Early, RefreshTokenPolicy.Lenient);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, kind);
        var before = File.ReadAllText(home.TokenPath);
        var outcome = await home.RefreshAsync();
        Assert.Equal(expected, outcome.Result);
        Assert.DoesNotContain(home.Centre.Secrets, secret => outcome.Text.Contains(secret.Value, StringComparison.Ordinal));
        Assert.Equal(RefreshResult.Waited, (await home.RefreshAsync()).Result);
        home.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(RefreshResult.Waited, (await home.RefreshAsync()).Result);
        Assert.Equal(1, home.Asked);
        home.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(expected, (await home.RefreshAsync()).Result);
        Assert.Equal(2, home.Asked);
        Assert.Equal(before, File.ReadAllText(home.TokenPath));
    }

    [Fact]
    public async Task A_huge_answer_is_read_to_its_token()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.HugeBody, times: 1);
        Assert.Equal(RefreshResult.Refreshed, (await home.RefreshAsync()).Result);
    }

    [Fact]
    public async Task Without_a_place_for_the_new_token_the_service_is_not_asked()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        File.SetUnixFileMode(home.TokenPath, UnixFileMode.UserRead);
        var outcome = await home.RefreshAsync();
        Assert.Equal(RefreshResult.NotWritten, outcome.Result);
        Assert.Contains("is write-protected", outcome.Text, StringComparison.Ordinal);
        Assert.Equal(0, home.Asked);
    }

    [Theory]
    [InlineData("The token of 'corp' cannot be refreshed: it has no refresh token. Sign in with 'trayagent login --session corp'.", true)]
    [InlineData("'corp' is signed out. Sign in with 'trayagent login --session corp'.", false)]
    public async Task What_cannot_be_refreshed_is_said_without_asking(string text, bool exists)
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Write(home.Signed with { RefreshToken = null });
        if (!exists)
        {
            File.Delete(home.TokenPath);
        }

        Assert.Equal(text, (await home.RefreshAsync()).Text);
        Assert.Equal(0, home.Asked);
    }

    [Fact]
    public async Task The_services_date_tells_how_wrong_our_clock_is()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.Faults.DateSkew = TimeSpan.FromMinutes(7);
        var skew = (await home.RefreshAsync()).ClockSkew;
        Assert.NotNull(skew);
        Assert.InRange(skew.Value, TimeSpan.FromMinutes(6.5), TimeSpan.FromMinutes(7.5));
    }

    [Fact]
    public async Task Who_stops_before_the_service_was_asked_leaves_everything_as_it_was()
    {
        await using var home = await RefreshHome.SignedInAsync(TimeSpan.FromMinutes(5));
        using var stop = new CancellationTokenSource();
        var refresh = home.StartRefresh(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => home.WithTimeAsync(refresh));
        Assert.Equal(0, home.Asked);
    }

    [Fact]
    public async Task Who_stops_while_the_service_works_gets_the_token_all_the_same()
    {
        await using var home = await RefreshHome.SignedInAsync(Early);
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.HangAnswer, times: 1);
        using var stop = new CancellationTokenSource();
        var refresh = home.StartRefresh(stop.Token);
        await home.Centre.UntilAsync(() => home.Asked == 1, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        home.Centre.Faults.Clear();
        Assert.Equal(RefreshResult.Refreshed, (await home.WithTimeAsync(refresh)).Result);
    }

    /// <summary>It counts from the moment of the question, without fractions of a second.</summary>
    private static void AssertLife(TimeSpan life, RefreshHome home, DateTimeOffset began) => Assert.InRange(
        home.ExpiresAt, began + life - TimeSpan.FromSeconds(1), home.Time.GetUtcNow() + life);
}

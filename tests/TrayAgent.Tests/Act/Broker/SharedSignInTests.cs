using TrayAgent.Act.Broker;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Decide;
using TrayAgent.Hosting;

namespace TrayAgent.Tests.Act.Broker;

/// <summary>One sign-in for all callers, in a process that is not theirs.</summary>
public sealed class SharedSignInTests
{
    private const string ToBeDone = "Sign in to 'corp' in your browser at 'device.sso.eu-west-1.amazonaws.com', if it shows the code ABCD-EFGH.";

    [Fact]
    public async Task Thirty_with_a_dead_session_are_one_sign_in_and_end_with_the_new_token()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        var asking = Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => home.StartAsking())));
        var approving = ApproveAsync();
        Assert.All(await home.WithTimeAsync(asking), outcome => Assert.Equal(new BrokerOutcome.Good(null), outcome));
        await approving;
        Assert.Equal((1, 1), (home.Started, home.Tokens.Asked));
        Assert.All(home.Told, line => Assert.Equal(ToBeDone, line));

        async Task ApproveAsync()
        {
            await Wait.UntilAsync(() => home.Told.Count == 30);
            await home.Tokens.SignInAsync(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task While_one_is_being_started_nobody_starts_another()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.CallerLimit = TimeSpan.FromSeconds(15);
        home.OnStart = () => { };
        using var program = new SleepingProgram();
        home.Program = () => program.Start();
        var asking = Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => home.StartAsking())));
        var taking = TakeOverAsync();
        await home.WithTimeAsync(asking);
        await taking;
        Assert.Equal(1, home.Started);
        Assert.Equal(30, home.Told.Count);

        async Task TakeOverAsync()
        {
            await Wait.UntilAsync(() => home.Started > 0);
            var started = home.Tokens.Time.GetUtcNow();
            await Wait.UntilAsync(() => home.Tokens.Time.GetUtcNow() - started > TimeSpan.FromSeconds(3));
            home.WaitForPerson();
        }
    }

    [Fact]
    public async Task A_caller_ends_by_its_limit_and_the_sign_in_goes_on()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.CallerLimit = TimeSpan.FromSeconds(5);
        Assert.Equal(
            new BrokerOutcome.NotGood(
                "Nobody has signed in to 'corp' yet. The sign-in waits on in your browser; approve it there, then try again."),
            await home.AskAsync());
        Assert.Null(home.Files.TryLock());

        // The next one joins it.
        await home.AskAsync();
        Assert.Equal(1, home.Started);
        Assert.Equal([ToBeDone, ToBeDone], home.Told);
    }

    [Theory]
    [InlineData(SignInResult.Failed)]
    [InlineData(SignInResult.Cancelled)]
    public async Task After_one_that_was_left_alone_none_is_started_until_another_token_has_come(SignInResult result)
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.CallerLimit = TimeSpan.FromSeconds(5);
        home.OnStart = () =>
        {
            home.WaitForPerson();
            home.End(result, "Nobody approved it.");
        };
        Assert.Equal(new BrokerOutcome.NotGood("Nobody approved it."), await home.AskAsync());
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(
                new BrokerOutcome.NotGood("The last sign-in to 'corp' was not completed, so no browser is opened again unasked. "
                    + "Run 'trayagent login --session corp'."),
                await home.AskAsync());
        }

        Assert.Equal(1, home.Started);
        await home.Tokens.SignInAsync(TimeSpan.FromMinutes(-5));
        home.Centre.RevokeSessions();
        await home.AskAsync();
        Assert.Equal(2, home.Started);
    }

    [Fact]
    public async Task One_that_failed_before_a_page_was_shown_keeps_nobody_from_the_next()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.OnStart = () => home.Files.Tell(new SignInOutcome("corp", SignInResult.Failed, "There is no AWS CLI."), SignInPurpose.SignIn, home.Fingerprint);
        Assert.Equal(new BrokerOutcome.NotGood("There is no AWS CLI."), await home.AskAsync());
        await home.AskAsync();
        Assert.Equal(2, home.Started);
    }

    [Fact]
    public async Task One_that_ends_without_a_word_is_no_reason_to_wait()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.OnStart = () => { };
        var outcome = Assert.IsType<BrokerOutcome.NotGood>(await home.AskAsync());
        Assert.StartsWith("The sign-in to 'corp' ended without a word.", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_screen_is_locked_none_is_started()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.CallerLimit = TimeSpan.FromSeconds(5);
        using var agent = SingleInstance.TryTake(home.Machine.Agent);
        home.LockScreen();
        Assert.Equal(
            new BrokerOutcome.NotGood("The screen is locked, so no browser was opened for 'corp'; a notice waits for you. Sign in, then try again."),
            await home.AskAsync());
        Assert.Equal(0, home.Started);
        var asking = home.StartAsking(TestContext.Current.CancellationToken);
        File.Delete(home.Machine.Agent.ScreenLocked);
        await home.WithTimeAsync(asking);
        Assert.Equal(1, home.Started);
    }

    [Fact]
    public async Task The_word_of_an_agent_that_runs_no_more_does_not_lock_the_screen()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.CallerLimit = TimeSpan.FromSeconds(5);
        home.LockScreen();
        await home.AskAsync();
        Assert.Equal(1, home.Started);
    }

    /// <summary>As after a power cut: the number in what it left is by now that of a program that lives.</summary>
    [Fact]
    public async Task The_progress_of_one_that_was_killed_is_not_waited_for()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.CallerLimit = TimeSpan.FromSeconds(5);
        home.Files.Tell(
            new SignInProgress("corp", SignInStage.WaitingForPerson, "device.sso.eu-west-1.amazonaws.com", "OLDX-CODE"),
            SignInPurpose.SignIn,
            Asker.AuthRefresh);
        await home.AskAsync();
        Assert.Equal(1, home.Started);
        Assert.Equal([ToBeDone], home.Told);
    }

    [Fact]
    public async Task An_end_that_lies_in_the_future_is_of_a_clock_that_was_set_back()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        home.CallerLimit = TimeSpan.FromSeconds(5);
        home.Files.Tell(new SignInOutcome("corp", SignInResult.SignedIn, "Signed in to 'corp'."), SignInPurpose.SignIn, "another");
        home.Tokens.Time.AdjustTime(home.Tokens.Time.GetUtcNow() - TimeSpan.FromMinutes(1));
        await home.AskAsync();
        Assert.Equal(1, home.Started);
    }

    [Fact]
    public async Task Who_has_enough_ends_and_the_sign_in_goes_on()
    {
        await using var home = await BrokerHome.WithDeadSessionAsync();
        using var stop = new CancellationTokenSource();
        var asking = home.StartAsking(stop.Token);
        var enough = StopAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => home.WithTimeAsync(asking));
        await enough;
        Assert.Null(home.Files.TryLock());
        Assert.NotNull(home.Files.Progress());

        async Task StopAsync()
        {
            await Wait.UntilAsync(() => !home.Told.IsEmpty);
            await stop.CancelAsync();
        }
    }
}

using TrayAgent.Act.Broker;
using TrayAgent.Loopback;

namespace TrayAgent.Tests.Act.Broker;

/// <summary>What a caller of <c>auth-refresh</c> gets without a person.</summary>
public sealed class TokenBrokerTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(50);

    [Fact]
    public async Task A_good_token_is_good_without_a_question()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        Assert.Equal(new BrokerOutcome.Good(null), await home.AskAsync());
        Assert.Equal((0, 0, 0), (home.PortalAsked, home.Tokens.Asked, home.Started));
    }

    [Fact]
    public async Task Who_asks_again_within_ten_minutes_makes_the_portal_be_asked_once_in_30_seconds()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        await home.AskAsync();
        home.Tokens.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(new BrokerOutcome.Good(null), await home.AskAsync());
        Assert.Equal(new BrokerOutcome.Good(null), await home.AskAsync());
        Assert.Equal(1, home.PortalAsked);
        home.Tokens.Time.Advance(TimeSpan.FromSeconds(31));
        await home.AskAsync();
        Assert.Equal(2, home.PortalAsked);
        home.Tokens.Time.Advance(TimeSpan.FromMinutes(11));
        await home.AskAsync();
        Assert.Equal(2, home.PortalAsked);
    }

    [Fact]
    public async Task Thirty_who_ask_again_at_once_are_one_question()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        await home.AskAsync();
        var all = await home.WithTimeAsync(Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => home.StartAsking()))));
        Assert.All(all, outcome => Assert.Equal(new BrokerOutcome.Good(null), outcome));
        Assert.Equal(1, home.PortalAsked);
    }

    [Fact]
    public async Task A_yes_of_the_portal_is_remembered_as_a_use_of_the_token()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        await home.AskAsync();
        await home.AskAsync();
        Assert.NotNull(home.Machine.State.Read().History["corp"].LastUsedAt);
    }

    [Fact]
    public async Task A_token_that_the_portal_refuses_is_exchanged_if_it_can_be()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        await home.AskAsync();
        home.Centre.Faults.Set(Operation.ListAccounts, FaultKind.Unauthorized, times: 1);
        Assert.Equal(new BrokerOutcome.Good(null), await home.AskAsync());
        Assert.NotEqual(home.Tokens.Signed.AccessToken, home.Tokens.Text("accessToken"));
        Assert.Equal((1, 0), (home.Tokens.Asked, home.Started));
    }

    [Fact]
    public async Task A_token_that_the_portal_refuses_and_nobody_exchanges_is_remembered_as_dead_and_needs_a_person()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        home.CallerLimit = TimeSpan.FromSeconds(5);
        home.OnStart = home.WaitForPerson;
        await home.AskAsync();
        home.Centre.RevokeSessions();
        Assert.IsType<BrokerOutcome.NotGood>(await home.AskAsync());
        Assert.True(home.RemembersAsRefused(home.Tokens.Signed.AccessToken));
        Assert.Equal((1, 1, 1), (home.PortalAsked, home.Tokens.Asked, home.Started));
    }

    [Fact]
    public async Task A_token_that_came_a_moment_ago_and_is_refused_already_needs_a_person()
    {
        await using var home = await BrokerHome.SignedInAsync(TimeSpan.FromMinutes(-5));
        home.CallerLimit = TimeSpan.FromSeconds(5);
        home.OnStart = home.WaitForPerson;
        await home.AskAsync();
        home.Tokens.Time.Advance(TimeSpan.FromSeconds(31));
        home.Centre.RevokeSessions();
        Assert.IsType<BrokerOutcome.NotGood>(await home.AskAsync());
        Assert.Equal((1, 1), (home.Tokens.Asked, home.Started));
    }

    [Fact]
    public async Task After_the_clock_was_set_back_an_old_exchange_is_none_of_a_moment_ago()
    {
        await using var home = await BrokerHome.SignedInAsync(TimeSpan.FromMinutes(-5));
        await home.AskAsync();
        home.Tokens.Time.AdjustTime(home.Tokens.Time.GetUtcNow() - TimeSpan.FromMinutes(30));
        await home.AskAsync();
        home.Centre.Faults.Set(Operation.ListAccounts, FaultKind.Unauthorized, times: 1);
        Assert.Equal(new BrokerOutcome.Good(null), await home.AskAsync());
        Assert.Equal((1, 2, 0), (home.PortalAsked, home.Tokens.Asked, home.Started));
    }

    [Fact]
    public async Task While_the_portal_cannot_be_asked_the_file_is_believed_and_the_doubt_is_said()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        await home.AskAsync();
        home.Centre.Faults.Set(Operation.ListAccounts, FaultKind.ServerError);

        // The clock stands still: the SDK asks once more after a pause of real time, and the question's own limit would end first.
        Assert.Equal(
            "Whether AWS still accepts the token of 'corp' is not known, because AWS had an internal error; by its file it is good.",
            Assert.IsType<BrokerOutcome.Good>(await home.StartAsking(TestContext.Current.CancellationToken)).Doubt);
        Assert.Equal(0, home.Started);
    }

    [Fact]
    public async Task Thirty_with_an_expired_token_are_one_refresh_and_no_question()
    {
        await using var home = await BrokerHome.SignedInAsync(TimeSpan.FromMinutes(-5));
        var all = await home.WithTimeAsync(Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => home.StartAsking()))));
        Assert.All(all, outcome => Assert.Equal(new BrokerOutcome.Good(null), outcome));
        Assert.Equal((1, 0, 0, 0), (home.Tokens.Asked, home.PortalAsked, home.Started, home.Centre.RefreshTokenReuses));
    }

    [Fact]
    public async Task Without_a_network_nobody_is_sent_to_a_browser()
    {
        await using var home = await BrokerHome.SignedInAsync(TimeSpan.FromMinutes(-5));
        home.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.CutAfterHeaders);
        var outcome = Assert.IsType<BrokerOutcome.NotGood>(await home.AskAsync());
        Assert.StartsWith("The token of 'corp' was not refreshed", outcome.Text, StringComparison.Ordinal);
        Assert.Equal(0, home.Started);
    }

    [Fact]
    public async Task Where_nothing_can_be_remembered_the_answer_is_the_same()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        File.WriteAllText(home.Tokens.Home.AwsPaths.Locks, "no folder");
        Assert.Equal(new BrokerOutcome.Good(null), await home.AskAsync());
        Assert.Equal(new BrokerOutcome.Good(null), await home.AskAsync());
        Assert.Equal(0, home.PortalAsked);
    }
}

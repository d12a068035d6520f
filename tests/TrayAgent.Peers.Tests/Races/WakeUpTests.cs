using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>After sleep the token has expired, and an SDK asks at the moment when we see it: nobody may refresh twice.</summary>
public sealed class WakeUpTests
{
    /// <summary>As many rounds at once as leave the peers as fast as on a machine of their own.</summary>
    private const int AtOnce = 3;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(50);
    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(-1);

    [Fact]
    public Task Botocore_and_a_broker() => Race.OnAsync(Rounds.Count, async (machine, fleet) =>
        await WithBrokersAsync(machine, fleet, await Botocore.StartAsync(machine)));

    [Fact]
    public Task The_SDK_for_JavaScript_and_a_broker() => Race.OnAsync(Rounds.Count, async (machine, fleet) =>
        await WithBrokersAsync(machine, fleet, await Node.StartAsync(machine)));

    [Fact]
    public Task Botocore_and_the_agent() => Race.OnAsync(Rounds.Quarter, Fresh, async (machine, fleet) =>
        await WithAgentAsync(machine, fleet, await Botocore.StartAsync(machine)));

    [Fact]
    public Task The_SDK_for_JavaScript_and_the_agent() => Race.OnAsync(Rounds.Quarter, Fresh, async (machine, fleet) =>
        await WithAgentAsync(machine, fleet, await Node.StartAsync(machine)));

    private static async Task WithBrokersAsync(Machine machine, Fleet fleet, PeerProcess started)
    {
        await using var peer = started;
        using var free = new SemaphoreSlim(AtOnce);
        var rounds = await Task.WhenAll(fleet.Sessions.Select(RoundAsync));
        fleet.NothingIsLost();
        fleet.EachIsRefreshedOnce();
        Assert.All(rounds, round => Assert.True(round.Answer.IsGood, round.Answer.Problem));
        Assert.All(rounds, round => Assert.True(round.End.ExitCode == 0, round.End.ToString()));

        async Task<(PeerAnswer Answer, VerbEnd End)> RoundAsync(FleetSession session)
        {
            await free.WaitAsync(TestContext.Current.CancellationToken);
            var broker = Brokers.Start(machine, session);
            var answer = await peer.TokenAsync(session.Profile);
            free.Release();
            return (answer, await Machine.EndOfAsync(broker));
        }
    }

    private static async Task WithAgentAsync(Machine machine, Fleet fleet, PeerProcess started)
    {
        await using var peer = started;
        await machine.StartAgentAsync("--headless");
        var answers = new List<PeerAnswer>();
        foreach (var together in fleet.Sessions.SkipLast(1).Chunk(AtOnce))
        {
            answers.AddRange(await Task.WhenAll(together.Select(session =>
            {
                session.Age(Expired);
                return peer.TokenAsync(session.Profile);
            })));
        }

        // Nobody else asks for the last one. When the agent has refreshed it, it has done what it would do to those before.
        var last = fleet.Sessions[^1];
        last.Age(Expired);
        await Until.TrueAsync(() => fleet.IsRefreshed(last), "the agent refreshes what nobody else does");
        fleet.NothingIsLost();
        fleet.EachIsRefreshedOnce();
        Assert.All(answers, answer => Assert.True(answer.IsGood, answer.Problem));
    }
}

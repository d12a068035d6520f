using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>As <see cref="WakeUpTests"/>, without the agent: Claude Code asks us at the moment when an SDK refreshes.</summary>
[Collection(RacesAlone.Name)]
public sealed class WakeUpWithBrokerTests
{
    /// <summary>As many rounds at once as leave the peers as fast as on a machine of their own.</summary>
    private const int AtOnce = 3;

    [Fact]
    public Task Botocore_and_a_broker() => Race.OnAsync(Rounds.Count, async (machine, fleet) =>
        await WithBrokersAsync(machine, fleet, await Botocores.StartAsync(machine)));

    [Fact]
    public Task The_SDK_for_JavaScript_and_a_broker() => Race.OnAsync(Rounds.Count, async (machine, fleet) =>
        await WithBrokersAsync(machine, fleet, await Node.StartAsync(machine)));

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
}

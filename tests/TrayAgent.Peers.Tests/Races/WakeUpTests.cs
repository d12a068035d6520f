using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>After sleep the token has expired, and an SDK asks at the moment when we see it: nobody may refresh twice.</summary>
[Collection(RacesAlone.Name)]
public sealed class WakeUpTests
{
    /// <summary>As many rounds at once as leave the peers as fast as on a machine of their own.</summary>
    private const int AtOnce = 3;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(50);
    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(-1);

    [Fact]
    public Task Botocore_and_the_agent() => Race.OnAsync(Rounds.Count, Fresh, async (machine, fleet) =>
        await WithAgentAsync(machine, fleet, await Botocores.StartAsync(machine)));

    [Fact]
    public Task The_SDK_for_JavaScript_and_the_agent() => Race.OnAsync(Rounds.Count, Fresh, async (machine, fleet) =>
        await WithAgentAsync(machine, fleet, await Node.StartAsync(machine)));

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

        await fleet.LastIsRefreshedByAgentAsync(Expired);
        fleet.NothingIsLost();
        fleet.EachIsRefreshedOnce();
        Assert.All(answers, answer => Assert.True(answer.IsGood, answer.Problem));
    }
}

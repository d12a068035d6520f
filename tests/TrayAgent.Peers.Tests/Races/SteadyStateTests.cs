using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>Ahead of every other tool's window the agents refresh, each session once, and nobody else notices.</summary>
[Collection(RacesAlone.Name)]
public sealed class SteadyStateTests
{
    private const int OfEachKind = 4;

    /// <summary>While the agents start nothing is due.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(50);

    /// <summary>Twenty minutes, less what a jitter may subtract, and still outside the 15 minutes of botocore.</summary>
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(1_130);

    private static readonly TimeSpan InsideOthersWindow = TimeSpan.FromSeconds(200);

    [Fact]
    public Task With_twenty_minutes_left_only_the_agents_refresh() => Race.OnAsync(Rounds.Count, Fresh, async (machine, fleet) =>
    {
        await using var botocore = await Botocores.StartAsync(machine);
        await using var nodes = await Node.StartAsync(machine, OfEachKind);
        await Agents.StartAsync(machine, OfEachKind);
        Fleet.Age(Due, fleet.Sessions);
        await AskEachUntilAllAreRefreshedAsync(fleet, session =>
            [botocore.TokensAsync(session.Profile, OfEachKind), .. nodes.Items.Select(node => node.TokensAsync(session.Profile, 1))]);
        fleet.NothingIsLost();
        fleet.EachIsRefreshedOnce();
        Assert.All(
            machine.Centre.Events.Where(it => it.Operation == Operation.CreateTokenByRefreshToken),
            it => Assert.True(it.IsOurs(), it.UserAgent));
    });

    [Fact]
    public Task Eight_agents_inside_the_window_of_others_refresh_once() => Race.OnAsync(Rounds.Quarter, Fresh, async (machine, fleet) =>
    {
        await Agents.StartAsync(machine, 2 * OfEachKind);
        Fleet.Age(InsideOthersWindow, [.. fleet.Sessions.SkipLast(1)]);
        await fleet.AreRefreshedAsync([.. fleet.Sessions.SkipLast(1)]);
        await fleet.LastIsRefreshedByAgentAsync(InsideOthersWindow);
        fleet.NothingIsLost();
        fleet.EachIsRefreshedOnce();
    });

    private static async Task AskEachUntilAllAreRefreshedAsync(
        Fleet fleet, Func<FleetSession, Task<IReadOnlyList<PeerAnswer>>[]> ask)
    {
        var limit = DateTime.UtcNow + TimeSpan.FromSeconds(60 + fleet.Sessions.Count);
        for (var asked = 0; asked < fleet.Sessions.Count || !fleet.AreAllRefreshed; asked++)
        {
            Assert.True(DateTime.UtcNow < limit, "The agents have not refreshed all sessions in time.");
            var answers = await Task.WhenAll(ask(fleet.Sessions[asked % fleet.Sessions.Count]));
            Assert.All(answers.SelectMany(it => it), answer => Assert.True(answer.IsGood, answer.Problem));
        }
    }
}

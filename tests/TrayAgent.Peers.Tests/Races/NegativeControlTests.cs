using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>Races that must be lost: without them nobody knows that the others could be.</summary>
[Collection(RacesAlone.Name)]
public sealed class NegativeControlTests
{
    private const int ManyProcesses = 8;

    [Fact]
    public Task Processes_with_botocore_alone_lose_the_session_after_a_wake_up() => Race.OnAsync(Rounds.Tenth, async (machine, fleet) =>
    {
        await using var botocore = await Botocores.StartAsync(machine);
        foreach (var session in fleet.Sessions)
        {
            await botocore.TokensAsync(session.Profile, ManyProcesses);
        }

        Lost(machine, fleet);
    });

    [Fact]
    public Task An_agent_that_does_not_watch_for_others_loses_the_session_after_a_wake_up() => Race.OnAsync(Rounds.Count, async (machine, fleet) =>
    {
        await using var botocore = await Botocores.StartAsync(machine);
        await using var eager = await PeerProcess.StartAsync(
            machine.Environment, Botocores.Pythons[0], Sources.Fixture("eager_agent.py"), machine.Centre.BaseUrl);
        foreach (var session in fleet.Sessions)
        {
            await Task.WhenAll(botocore.TokenAsync(session.Profile), eager.TokenAsync(session.TokenFile));
        }

        Lost(machine, fleet);
    });

    private static void Lost(Machine machine, Fleet fleet)
    {
        TestContext.Current.SendDiagnosticMessage($"{machine.Centre.SessionsLostByReuse} of {fleet.Sessions.Count} sessions lost.");
        Assert.True(machine.Centre.SessionsLostByReuse > 0, "No session was lost: the races of this project prove nothing on this machine.");
    }
}

using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Races;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>With no place for the new token the service is not asked for one: it would be lost, and the old one spent.</summary>
public sealed class DiskTests
{
    [Theory]
    [InlineData(BadDisk.Full)]
    [InlineData(BadDisk.ReadOnly)]
    public Task The_agent_says_it_once(BadDisk disk) => Race.OnAsync(1, async (machine, fleet) =>
    {
        var process = BadDisks.Start(machine, disk, "exec \"$0\" run --headless --verbose");
        var agent = await machine.AgentOfAsync(process);
        await agent.LogsAsync("'round-0'");
        for (var number = 0; number < 5; number++)
        {
            await agent.LookAgainAsync(machine);
        }

        Assert.Equal(0, await agent.StopAsync());
        Assert.Equal(0, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.Single(machine.Files.Log.Split('\n'), line => line.Contains("'round-0'", StringComparison.Ordinal));
        await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
    });
}

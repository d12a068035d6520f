using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Matrix;

/// <summary>What we wrote is read by every tool, and what the tool makes of it is read by us.</summary>
public sealed class PeersReadOurFilesTests
{
    /// <summary>Before its end every peer refreshes a token; the shortest window has the AWS SDK for JavaScript: 5 min.</summary>
    private static readonly TimeSpan InEveryWindow = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Peers => AllPeers.Names;

    [Theory]
    [MemberData(nameof(Peers))]
    public Task A_token_that_we_refreshed_gives_role_credentials(string name) => WithAsync(name, async (machine, session, peer) =>
    {
        await RefreshAsync(machine, session);
        await GetsCredentialsAsync(machine, peer, session);
        Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
    });

    [Theory]
    [MemberData(nameof(Peers))]
    public Task A_token_that_we_refreshed_can_be_refreshed_by_the_peer(string name) => WithAsync(name, async (machine, session, peer) =>
    {
        machine.Centre.Options = machine.Centre.Options with { AccessTokenLife = InEveryWindow };
        await RefreshAsync(machine, session);
        machine.Centre.Options = machine.Centre.Options with { AccessTokenLife = TimeSpan.FromHours(1) };
        await GetsCredentialsAsync(machine, peer, session);
        Assert.Equal(2, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.Equal(("valid", true), await StateAsync(machine));
    });

    [Theory]
    [MemberData(nameof(Peers))]
    public Task What_the_peer_writes_is_read_and_refreshed_by_us(string name) => WithAsync(name, async (machine, session, peer) =>
    {
        session.Age(InEveryWindow);
        await GetsCredentialsAsync(machine, peer, session);
        Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.Equal(("valid", true), await StateAsync(machine));

        session.Age(TimeSpan.FromMinutes(-1));
        Assert.Equal(("refreshable", true), await StateAsync(machine));
        await RefreshAsync(machine, session);
        Assert.Equal(2, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        await GetsCredentialsAsync(machine, peer, session);
    });

    private static Task WithAsync(string name, Func<Machine, FleetSession, IPeer, Task> test) => Machine.WithoutDesktopAsync(
        async machine =>
        {
            var fleet = await Fleet.SignInAsync(machine, 1, TimeSpan.FromMinutes(-1));
            await using var peer = await AllPeers.StartAsync(machine, name);
            await test(machine, fleet.Single, peer);
            fleet.NothingIsLost();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        },
        new CentreOptions { RefreshTokenPolicy = RefreshTokenPolicy.Punishing });

    private static async Task RefreshAsync(Machine machine, FleetSession session)
    {
        var agent = await machine.StartAgentAsync("--headless");
        await Until.TrueAsync(() => session.Left() > TimeSpan.Zero, "the agent refreshes the token");
        Assert.Equal(0, await agent.StopAsync());
    }

    private static async Task GetsCredentialsAsync(Machine machine, IPeer peer, FleetSession session)
    {
        var before = machine.Centre.Requests(Operation.GetRoleCredentials);
        var answer = await peer.IdentityAsync(session.Profile);
        Assert.True(answer.IsGood, $"{peer.Name}: {answer.Problem}");
        Assert.Equal(before + 1, machine.Centre.Requests(Operation.GetRoleCredentials));
    }

    private static async Task<(string State, bool Refreshable)> StateAsync(Machine machine)
    {
        var status = await machine.RunAsync("status", "--json");
        var session = JsonNode.Parse(status.Out)!["sessions"]!.AsArray().Single()!;
        return (session["state"]!.ToString(), session["refreshable"]!.GetValue<bool>());
    }
}

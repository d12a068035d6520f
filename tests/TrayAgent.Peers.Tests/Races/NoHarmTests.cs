using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>Nobody can keep the SDKs from racing each other after a wake-up; but we do not join in.</summary>
[Collection(RacesAlone.Name)]
public sealed class NoHarmTests
{
    private const int OfEachKind = 4;

    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(-1);

    [Fact]
    public Task Among_eight_SDKs_ours_is_never_the_one_that_uses_a_token_twice() => Machine.WithoutDesktopAsync(
        async machine =>
        {
            var fleet = await Fleet.SignInAsync(machine, Rounds.Quarter, TimeSpan.FromMinutes(50));
            await using var botocore = await Botocores.StartAsync(machine);
            await using var nodes = await Node.StartAsync(machine, OfEachKind);
            await Agents.StartAsync(machine, 2);
            foreach (var session in fleet.Sessions.SkipLast(1))
            {
                session.Age(Expired);
                await Task.WhenAll(
                    [botocore.TokensAsync(session.Profile, OfEachKind), .. nodes.Items.Select(node => node.TokensAsync(session.Profile, 1))]);
            }

            await fleet.LastIsRefreshedByAgentAsync(Expired);

            // The reuses of the others show that there was something to join in.
            Assert.True(machine.Centre.RefreshTokenReuses > 0);
            Assert.DoesNotContain(machine.Centre.Events, it => it is { Operation: Operation.CreateTokenByRefreshToken, Status: not 200 } && it.IsOurs());
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        },
        new CentreOptions { RefreshTokenPolicy = RefreshTokenPolicy.Strict });
}

using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>Nobody can keep the SDKs from racing each other after a wake-up; but we do not join in.</summary>
public sealed class NoHarmTests
{
    private const int OfEachKind = 4;

    [Fact]
    public Task Among_eight_SDKs_ours_is_never_the_one_that_uses_a_token_twice() => Machine.WithoutDesktopAsync(
        async machine =>
        {
            var fleet = await Fleet.SignInAsync(machine, Rounds.Quarter, TimeSpan.FromMinutes(-1));
            await using var botocore = await Botocore.StartAsync(machine);
            await using var nodes = await Node.StartAsync(machine, OfEachKind);
            foreach (var session in fleet.Sessions)
            {
                var brokers = Brokers.Start(machine, session, 2);
                await Task.WhenAll(
                    [botocore.TokensAsync(session.Profile, OfEachKind), .. nodes.Items.Select(node => node.TokensAsync(session.Profile, 1))]);
                await Brokers.AllEndWellAsync(brokers);
            }

            // The reuses of the others show that there was something to join in.
            Assert.True(machine.Centre.RefreshTokenReuses > 0);
            Assert.DoesNotContain(machine.Centre.Events, it => it is { Operation: Operation.CreateTokenByRefreshToken, Status: not 200 } && it.IsOurs());
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        },
        new CentreOptions { RefreshTokenPolicy = RefreshTokenPolicy.Strict });
}

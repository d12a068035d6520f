using System.Security.Cryptography;
using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Races;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>As <see cref="DiskTests"/>, for who asks for a token.</summary>
public sealed class BrokerDiskTests
{
    [Theory]
    [InlineData(BadDisk.Full)]
    [InlineData(BadDisk.ReadOnly)]
    public Task The_service_is_not_asked_and_the_caller_is_told(BadDisk disk) => Race.OnAsync(1, async (machine, fleet) =>
    {
        var session = fleet.Single;
        var before = await File.ReadAllBytesAsync(session.TokenFile, TestContext.Current.CancellationToken);
        var end = await Machine.EndOfAsync(BadDisks.Start(
            machine,
            disk,
            $"""
            "$0" auth-refresh --profile {session.Profile}; code=$?
            sha256sum < '{session.TokenFile}'
            exit $code
            """));
        Assert.True(end.ExitCode == 1, end.ToString());
        Assert.EndsWith($"{Convert.ToHexStringLower(SHA256.HashData(before))}  -", end.Out);
        Assert.DoesNotContain('\n', end.Error);
        Assert.Contains($"'{session.Name}'", end.Error);
        Assert.Equal(0, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.Empty(machine.Browser.Pages);
        await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
    });
}

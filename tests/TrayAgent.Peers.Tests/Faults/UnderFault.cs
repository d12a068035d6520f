using System.Text.Json.Nodes;
using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>One session that is due for a refresh, at a service that gives no good answer to it.</summary>
internal static class UnderFault
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(50);
    public static readonly TimeSpan Expired = TimeSpan.FromMinutes(-1);

    /// <summary>The new refresh token does not arrive, so only a service that still takes the old one leaves anything to keep.</summary>
    public static TheoryData<FaultKind> WithoutToken =>
    [
        FaultKind.Throttle,
        FaultKind.ServerError,
        FaultKind.ServerErrorAfterWork,
        FaultKind.CutAfterHeaders,
        FaultKind.CutMidBody,
        FaultKind.GzipBomb,
        FaultKind.NotJson,
        FaultKind.WrongTypes,
    ];

    /// <summary>The same, but each takes as long as we wait for an answer.</summary>
    public static IReadOnlyList<FaultKind> WithoutEnd => [FaultKind.Hang, FaultKind.HangAnswer, FaultKind.Slow];

    /// <summary>The new refresh token has arrived: it must be in the file, because the old one is worth nothing any more.</summary>
    public static TheoryData<FaultKind, long> OddAnswers => new()
    {
        { FaultKind.ExpiresIn, 0 },
        { FaultKind.ExpiresIn, -1 },
        { FaultKind.ExpiresIn, 1_000_000_000_000_000_000 },
        { FaultKind.HugeBody, 0 },
    };

    public static Task OnAsync(
        RefreshTokenPolicy policy, TimeSpan left, Fault fault, Func<Machine, Fleet, Task> test) => Machine.WithoutDesktopAsync(
        async machine =>
        {
            var fleet = await Fleet.SignInAsync(machine, 1, left);
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, fault);
            await test(machine, fleet);
            Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
            Assert.Empty(machine.Browser.Pages);
            machine.Centre.Faults.Clear();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        },
        new CentreOptions { RefreshTokenPolicy = policy });

    public static async Task<string> StateAsync(Machine machine) =>
        JsonNode.Parse((await machine.RunAsync("status", "--json")).Out)!["sessions"]![0]!["state"]!.ToString();

    /// <summary>What the service said is not believed: no token of AWS lives longer than half a day.</summary>
    public static void IsOfThisDay(FleetSession session) =>
        Assert.True(session.Left() < TimeSpan.FromHours(12.1), session.Left().ToString());
}

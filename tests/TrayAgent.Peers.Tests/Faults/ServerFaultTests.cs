using System.Text.Json.Nodes;
using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>Whatever the service answers: the file still holds a usable refresh token, and the service is not asked again and again.</summary>
public sealed class ServerFaultTests
{
    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(-1);

    /// <summary>The new refresh token does not arrive, so only a service that still takes the old one leaves anything to keep.</summary>
    public static TheoryData<FaultKind> Kinds =>
    [
        FaultKind.Throttle,
        FaultKind.ServerError,
        FaultKind.ServerErrorAfterWork,
        FaultKind.Hang,
        FaultKind.HangAnswer,
        FaultKind.CutAfterHeaders,
        FaultKind.CutMidBody,
        FaultKind.Slow,
        FaultKind.GzipBomb,
        FaultKind.NotJson,
        FaultKind.WrongTypes,
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task The_agent_keeps_what_it_has_and_does_not_ask_again_and_again(FaultKind kind) => OnAsync(
        RefreshTokenPolicy.Lenient,
        async (machine, fleet) =>
        {
            fleet.Single.Age(TimeSpan.FromMinutes(50));
            var agent = await machine.StartAgentAsync("--headless", "--verbose");
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, kind);
            fleet.Single.Age(Expired);
            var before = await File.ReadAllTextAsync(fleet.Single.TokenFile, TestContext.Current.CancellationToken);
            await agent.LogsAsync($"Refresh of {fleet.Single.Name}", TimeSpan.FromMinutes(1));
            for (var number = 0; number < 3; number++)
            {
                fleet.Single.Age(Expired);
                await agent.LookAgainAsync(machine);
            }

            Assert.Equal(0, await agent.StopAsync());
            Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
            Assert.Equal(JsonNode.Parse(before)!["refreshToken"]!.ToString(), fleet.Single.Token()["refreshToken"]!.ToString());
            Assert.Equal("unknown", await StateAsync(machine));
            machine.Centre.Faults.Clear();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        });

    /// <summary>The new refresh token has arrived: it must be in the file, because the old one is worth nothing any more.</summary>
    public static TheoryData<FaultKind, long> OddAnswers => new()
    {
        { FaultKind.ExpiresIn, 0 },
        { FaultKind.ExpiresIn, -1 },
        { FaultKind.ExpiresIn, 1_000_000_000_000_000_000 },
        { FaultKind.HugeBody, 0 },
    };

    [Theory]
    [MemberData(nameof(OddAnswers))]
    public Task The_agent_keeps_the_new_refresh_token_of_an_odd_answer(FaultKind kind, long seconds) => OnAsync(
        RefreshTokenPolicy.Punishing,
        async (machine, fleet) =>
        {
            fleet.Single.Age(TimeSpan.FromMinutes(50));
            var agent = await machine.StartAgentAsync("--headless", "--verbose");
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, new Fault(kind) { Number = seconds });
            fleet.Single.Age(Expired);
            await agent.LogsAsync($"Refresh of {fleet.Single.Name}", TimeSpan.FromMinutes(1));
            Assert.Equal(0, await agent.StopAsync());
            Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
            Assert.True(fleet.Single.Left() < TimeSpan.FromHours(12), fleet.Single.Left().ToString());
            machine.Centre.Faults.Clear();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
            fleet.NothingIsLost();
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Without_a_new_token_nothing_is_lost_and_the_caller_is_told(FaultKind kind) => OnAsync(
        RefreshTokenPolicy.Lenient,
        async (machine, fleet) =>
        {
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, kind);
            var before = await File.ReadAllTextAsync(fleet.Single.TokenFile, TestContext.Current.CancellationToken);
            var end = await Brokers.RunAsync(machine, fleet.Single);
            Assert.True(end.ExitCode == 1, end.ToString());
            IsOneSentence(end.Error, fleet.Single.Name);
            Assert.Equal(before, await File.ReadAllTextAsync(fleet.Single.TokenFile, TestContext.Current.CancellationToken));
            Assert.Empty(machine.Browser.Pages);

            // Claude Code asks again at once, and others too: they are answered without a second question.
            var again = await Task.WhenAll(Brokers.Start(machine, fleet.Single, 3).Select(Machine.EndOfAsync));
            Assert.All(again, it => Assert.True(it.ExitCode == 1, it.ToString()));
            Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
            Assert.Equal("unknown", await StateAsync(machine));

            machine.Centre.Faults.Clear();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        });

    [Theory]
    [MemberData(nameof(OddAnswers))]
    public Task An_odd_answer_does_not_lose_the_new_refresh_token(FaultKind kind, long seconds) => OnAsync(
        RefreshTokenPolicy.Punishing,
        async (machine, fleet) =>
        {
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, new Fault(kind) { Number = seconds });
            var end = await Brokers.RunAsync(machine, fleet.Single);
            if (end.ExitCode != 0)
            {
                Assert.True(end.ExitCode == 1, end.ToString());
                IsOneSentence(end.Error, fleet.Single.Name);
            }

            // What the service said is not believed: no token of AWS lives longer than half a day.
            Assert.True(fleet.Single.Left() < TimeSpan.FromHours(12), fleet.Single.Left().ToString());
            await Task.WhenAll(Brokers.Start(machine, fleet.Single, 3).Select(Machine.EndOfAsync));
            Assert.InRange(machine.Centre.Requests(Operation.CreateTokenByRefreshToken), 1, 1);
            machine.Centre.Faults.Clear();
            fleet.NothingIsLost();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        });

    [Fact]
    public Task An_answer_without_a_refresh_token_keeps_the_old_one() => OnAsync(
        RefreshTokenPolicy.Lenient,
        async (machine, fleet) =>
        {
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.MissingRefreshToken);
            var before = fleet.Single.Token();
            var end = await Brokers.RunAsync(machine, fleet.Single);
            Assert.True(end.ExitCode == 0, end.ToString());
            var after = fleet.Single.Token();
            Assert.NotEqual(before["accessToken"]!.ToString(), after["accessToken"]!.ToString());
            Assert.Equal(before["refreshToken"]!.ToString(), after["refreshToken"]!.ToString());
            machine.Centre.Faults.Clear();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        });

    [Fact]
    public Task Without_a_network_the_state_is_unknown() => OnAsync(
        RefreshTokenPolicy.Punishing,
        async (machine, fleet) =>
        {
            // Nobody listens on the port that means "discard".
            machine.Environment["AWS_ENDPOINT_URL_SSO_OIDC"] = "http://127.0.0.1:9";

            var end = await Brokers.RunAsync(machine, fleet.Single);
            Assert.True(end.ExitCode == 1, end.ToString());
            IsOneSentence(end.Error, fleet.Single.Name);
            Assert.Equal("unknown", await StateAsync(machine));
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
        });

    [Fact]
    public Task An_agent_with_many_events_asks_once_a_minute_at_most() => OnAsync(
        RefreshTokenPolicy.Punishing,
        async (machine, fleet) =>
        {
            fleet.Single.Age(TimeSpan.FromMinutes(50));
            var agent = await machine.StartAgentAsync("--headless", "--verbose");
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.ServerError);
            fleet.Single.Age(Expired);
            await machine.Centre.UntilAsync(Asked, TestContext.Current.CancellationToken);
            for (var number = 1; number <= 5; number++)
            {
                fleet.Single.Age(Expired);
                await agent.LookAgainAsync(machine);
                Assert.Equal(1, (await Brokers.RunAsync(machine, fleet.Single)).ExitCode);
            }

            Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
            machine.Centre.Faults.Clear();
            fleet.NothingIsLost();
            await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();

            bool Asked() => machine.Centre.Requests(Operation.CreateTokenByRefreshToken) > 0;
        });

    private static Task OnAsync(RefreshTokenPolicy policy, Func<Machine, Fleet, Task> test) => Machine.WithoutDesktopAsync(
        async machine => await test(machine, await Fleet.SignInAsync(machine, 1, Expired)),
        new CentreOptions { RefreshTokenPolicy = policy });

    private static async Task<string> StateAsync(Machine machine) =>
        JsonNode.Parse((await machine.RunAsync("status", "--json")).Out)!["sessions"]![0]!["state"]!.ToString();

    private static void IsOneSentence(string error, string session)
    {
        Assert.DoesNotContain('\n', error);
        Assert.Contains($"'{session}'", error);
        Assert.EndsWith(".", error);
        Assert.DoesNotContain("Exception", error);
    }
}

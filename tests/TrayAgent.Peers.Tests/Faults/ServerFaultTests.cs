using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>Whatever the service answers: the file still holds a usable refresh token, and the agent does not ask again and again.</summary>
public sealed class ServerFaultTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static TheoryData<FaultKind> WithoutToken => UnderFault.WithoutToken;

    public static TheoryData<FaultKind, long> OddAnswers => UnderFault.OddAnswers;

    [Theory]
    [MemberData(nameof(WithoutToken))]
    public Task Without_a_new_token_the_agent_keeps_the_old_one(FaultKind kind) => KeepsTheOldTokenAsync(kind);

    [Fact]
    public Task Without_an_end_the_agent_keeps_the_old_token() =>
        Task.WhenAll(UnderFault.WithoutEnd.Select(KeepsTheOldTokenAsync));

    [Theory]
    [MemberData(nameof(OddAnswers))]
    public Task Of_an_odd_answer_the_agent_keeps_the_new_refresh_token(FaultKind kind, long seconds) => OnAgentAsync(
        RefreshTokenPolicy.Punishing, new Fault(kind) { Number = seconds }, async (machine, fleet, agent) =>
        {
            await agent.StopAsync();
            UnderFault.IsOfThisDay(fleet.Single);
            fleet.NothingIsLost();
        });

    [Fact]
    public Task Of_an_answer_without_a_refresh_token_the_agent_takes_the_rest() => OnAgentAsync(
        RefreshTokenPolicy.Lenient, new Fault(FaultKind.MissingRefreshToken), async (machine, fleet, agent) =>
        {
            await agent.StopAsync();
            Assert.True(fleet.Single.Left() > TimeSpan.FromMinutes(30), fleet.Single.Left().ToString());
            Assert.Equal("valid", await UnderFault.StateAsync(machine));
        });

    private static Task KeepsTheOldTokenAsync(FaultKind kind) => OnAgentAsync(
        RefreshTokenPolicy.Lenient, new Fault(kind), async (machine, fleet, agent) =>
        {
            var old = fleet.Single.Token()["refreshToken"]!.ToString();
            for (var number = 0; number < 3; number++)
            {
                fleet.Single.Age(UnderFault.Expired);
                await agent.LookAgainAsync(machine);
            }

            Assert.Equal(0, await agent.StopAsync());
            Assert.Equal(old, fleet.Single.Token()["refreshToken"]!.ToString());
            Assert.Equal("unknown", await UnderFault.StateAsync(machine));
        });

    /// <summary>The agent runs when the token ends, and has heard the service's answer.</summary>
    private static Task OnAgentAsync(RefreshTokenPolicy policy, Fault fault, Func<Machine, Fleet, RunningAgent, Task> test) =>
        UnderFault.OnAsync(policy, UnderFault.Fresh, fault, async (machine, fleet) =>
        {
            var agent = await machine.StartAgentAsync("--headless", "--verbose");
            fleet.Single.Age(UnderFault.Expired);
            await agent.LogsAsync($"Refresh of {fleet.Single.Name} ended", Limit);
            await test(machine, fleet, agent);
        });
}

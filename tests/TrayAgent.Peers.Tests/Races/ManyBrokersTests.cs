using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>Thirty Claude Codes ask at once, and the agent does not run.</summary>
[Collection(RacesAlone.Name)]
public sealed class ManyBrokersTests
{
    private const int Many = 30;

    /// <summary>The sign-in of the fleet itself.</summary>
    private const int SignInsBefore = 1;

    [Fact]
    public Task An_expired_token_is_refreshed_once() => Race.OnAsync(Rounds.Tenth, async (machine, fleet) =>
    {
        foreach (var session in fleet.Sessions)
        {
            await Brokers.AllEndWellAsync(Brokers.Start(machine, session, Many));
        }

        fleet.NothingIsLost();
        fleet.EachIsRefreshedOnce();
        Assert.Empty(machine.Browser.Pages);
    });

    [Fact]
    public Task A_dead_session_opens_one_browser_and_all_go_on() => Race.OnAsync(1, async (machine, fleet) =>
    {
        machine.Centre.RevokeSessions();
        var brokers = Brokers.Start(machine, fleet.Single, Many);
        await machine.Browser.ApproveNextAsync();
        await Brokers.AllEndWellAsync(brokers);
        Assert.Single(machine.Browser.Pages);
        Assert.Equal(SignInsBefore + 1, SignIns(machine));
        Assert.True(fleet.Single.Left() > TimeSpan.FromMinutes(30));
        await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
    });

    [Fact]
    public Task After_a_sign_in_that_nobody_answered_no_second_browser_opens_until_a_person_acts() => Race.OnAsync(1, async (machine, fleet) =>
    {
        machine.Centre.RevokeSessions();
        machine.Centre.Options = machine.Centre.Options with { DeviceCodeLife = TimeSpan.FromSeconds(3) };
        var ends = await Task.WhenAll(Brokers.Start(machine, fleet.Single, 3).Select(Machine.EndOfAsync));
        Assert.All(ends, end => Assert.True(end.ExitCode == 1, end.ToString()));
        Assert.Single(machine.Browser.Pages);

        var again = await Brokers.RunAsync(machine, fleet.Single);
        Assert.True(again.ExitCode == 1, again.ToString());
        Assert.Single(machine.Browser.Pages);

        // The page that nobody answered.
        await machine.Browser.NextAsync();
        machine.Centre.Options = machine.Centre.Options with { DeviceCodeLife = TimeSpan.FromMinutes(10) };
        await machine.SignInAsync(fleet.Single.Name);
        Assert.Equal(0, (await Brokers.RunAsync(machine, fleet.Single)).ExitCode);
        Assert.Equal(2, machine.Browser.Pages.Count);
    });

    private static int SignIns(Machine machine) =>
        machine.Centre.Requests(Operation.StartDeviceAuthorization) + machine.Centre.Requests(Operation.Authorize);
}

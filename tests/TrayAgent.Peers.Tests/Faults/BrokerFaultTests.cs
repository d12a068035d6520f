using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>As <see cref="ServerFaultTests"/>, for who asks for a token: told in one sentence, and the service is asked once.</summary>
public sealed class BrokerFaultTests
{
    public static TheoryData<FaultKind> WithoutToken => UnderFault.WithoutToken;

    public static TheoryData<FaultKind, long> OddAnswers => UnderFault.OddAnswers;

    [Theory]
    [MemberData(nameof(WithoutToken))]
    public Task Without_a_new_token_the_caller_is_told(FaultKind kind) => TellsAsync(kind);

    [Fact]
    public Task Without_an_end_the_caller_is_told() => Task.WhenAll(UnderFault.WithoutEnd.Select(TellsAsync));

    [Theory]
    [MemberData(nameof(OddAnswers))]
    public Task Of_an_odd_answer_the_new_refresh_token_is_kept(FaultKind kind, long seconds) => UnderFault.OnAsync(
        RefreshTokenPolicy.Punishing, UnderFault.Expired, new Fault(kind) { Number = seconds }, async (machine, fleet) =>
        {
            var end = await Brokers.RunAsync(machine, fleet.Single);
            Assert.InRange(end.ExitCode, 0, 1);
            UnderFault.IsOfThisDay(fleet.Single);
            fleet.NothingIsLost();
        });

    [Fact]
    public Task Without_a_network_the_state_is_unknown() => Machine.WithoutDesktopAsync(async machine =>
    {
        var fleet = await Fleet.SignInAsync(machine, 1, UnderFault.Expired);

        // Nobody listens on the port that means "discard".
        machine.Environment["AWS_ENDPOINT_URL_SSO_OIDC"] = "http://127.0.0.1:9";
        var end = await Brokers.RunAsync(machine, fleet.Single);
        IsToldInOneSentence(end, fleet.Single);
        Assert.Equal("unknown", await UnderFault.StateAsync(machine));
        await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
    });

    private static Task TellsAsync(FaultKind kind) => UnderFault.OnAsync(
        RefreshTokenPolicy.Lenient, UnderFault.Expired, new Fault(kind), async (machine, fleet) =>
        {
            var before = await File.ReadAllTextAsync(fleet.Single.TokenFile, TestContext.Current.CancellationToken);
            IsToldInOneSentence(await Brokers.RunAsync(machine, fleet.Single), fleet.Single);
            Assert.Equal("unknown", await UnderFault.StateAsync(machine));

            // Claude Code asks again at once, and others too: they are answered without a second question.
            var again = await Task.WhenAll(Brokers.Start(machine, fleet.Single, 3).Select(Machine.EndOfAsync));
            Assert.All(again, end => Assert.True(end.ExitCode == 1, end.ToString()));
            Assert.Equal(before, await File.ReadAllTextAsync(fleet.Single.TokenFile, TestContext.Current.CancellationToken));
        });

    private static void IsToldInOneSentence(VerbEnd end, FleetSession session)
    {
        Assert.True(end.ExitCode == 1, end.ToString());
        Assert.DoesNotContain('\n', end.Error);
        Assert.Contains($"'{session.Name}'", end.Error);
        Assert.EndsWith(".", end.Error);
        Assert.DoesNotContain("Exception", end.Error);
    }
}

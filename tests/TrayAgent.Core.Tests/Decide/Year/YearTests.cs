namespace TrayAgent.Core.Tests.Decide.Year;

/// <summary>
/// 50 sessions for 365 days, with nights, outages and faults: each token is renewed in time unless something stood in the way,
/// never with more than one call per session and minute, and each end is said once and learned rightly.
/// </summary>
public sealed class YearTests(ITestOutputHelper output)
{
    private static readonly double[] Hours = [1.5, 4, 8, 8.25, 10, 12, 24, 72, 7 * 24, 30 * 24, 90 * 24];

    [Fact]
    public void Fifty_sessions_live_for_a_year()
    {
        // Most machines have one session, and most people sleep.
        var machines = Enumerable.Range(0, 47)
            .Select(number => new YearOfMachine(number, number % 16 != 0, number == 1 ? [Portal(47), Portal(48), Portal(49), Portal(1)] : [Portal(number)]))
            .ToList();
        Parallel.ForEach(machines, machine => machine.Live());
        var portals = machines.SelectMany(machine => machine.Portals).ToList();
        output.WriteLine(
            $"{portals.Sum(portal => portal.Calls)} calls, {machines.Sum(machine => machine.InTime)} refreshes in time, "
            + $"{machines.Sum(machine => machine.Late)} late, {portals.Sum(portal => portal.SignIns)} sign-ins, "
            + $"{machines.Sum(machine => machine.EstimatesChecked)} estimates");
        Assert.Equal(50, portals.Count);
        Assert.All(portals, portal => Assert.True(portal.SignIns > 1 && portal.Calls > 1_000, $"{portal.Name} was left alone."));
    }

    private static PortalOfYear Portal(int number) => new($"s{number}", TimeSpan.FromHours(Hours[number % Hours.Length]));
}

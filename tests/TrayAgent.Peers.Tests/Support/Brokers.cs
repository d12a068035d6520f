using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Peers.Tests.Support;

/// <summary>Many Claude Codes that ask at the same moment.</summary>
internal static class Brokers
{
    public static IReadOnlyList<OwnedProcess> Start(Machine machine, FleetSession session, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Start(machine, session))];

    public static OwnedProcess Start(Machine machine, FleetSession session) =>
        machine.Start("auth-refresh", "--profile", session.Profile);

    public static async Task<VerbEnd> RunAsync(Machine machine, FleetSession session) =>
        await Machine.EndOfAsync(Start(machine, session));

    public static async Task AllEndWellAsync(IEnumerable<OwnedProcess> brokers)
    {
        var ends = await Task.WhenAll(brokers.Select(Machine.EndOfAsync));
        var bad = ends.Where(end => end.ExitCode != 0).ToArray();
        Assert.True(bad.Length == 0, $"{bad.Length} of {ends.Length} failed, the first with {bad.FirstOrDefault()}");
    }
}

using TrayAgent.Benchmarks.Report;

namespace TrayAgent.Benchmarks.Measures;

/// <summary>
/// A full look at many profiles and cache files by a new process, without what the process itself costs:
/// the same with an empty home is taken off. Every profile has a session and a token file of its own, the hardest case.
/// </summary>
internal static class Inspection
{
    private const int Rounds = 21;
    private static readonly int[] Sizes = [100, 1_000, 10_000];

    public static async Task<IReadOnlyList<Row>> RunAsync(string agent)
    {
        using var empty = AwsHome.Temporary(0, 0);
        var homes = Sizes.Select(size => AwsHome.Temporary(size, size)).ToList();
        try
        {
            await CheckAsync(agent, homes[0], Sizes[0]);
            await CheckAsync(agent, homes[^1], Sizes[^1]);
            var nothing = new Candidate(empty.Environment, agent, "status", "--json");
            Candidate[] looks = [.. homes.Select(home => new Candidate(home.Environment, agent, "status", "--json"))];
            Candidate.TakeTurns(Rounds, [nothing, .. looks]);
            return Rows(
                [.. looks.Select(look => look.Wall.Median - nothing.Wall.Median)],
                [.. looks.Select(look => look.Cpu.Median - nothing.Cpu.Median)]);
        }
        finally
        {
            homes.ForEach(home => home.Dispose());
        }
    }

    private static Row[] Rows(double[] wall, double[] cpu) =>
    [
        Row.Info("inspection of 100 profiles and 100 cache files, wall (CPU)", Both(wall[0], cpu[0])),
        Row.AtMost("inspection of 1,000 profiles and 1,000 cache files, wall", wall[1], 50, "0.0 'ms'"),
        Row.AtMost("inspection of 1,000 profiles and 1,000 cache files, CPU", cpu[1], 50, "0.0 'ms'"),
        Row.Info("inspection of 10,000 profiles and 10,000 cache files, wall (CPU)", Both(wall[2], cpu[2])),
        Row.AtMost("10,000 : 1,000, CPU (linear is 10)", cpu[2] / cpu[1], 13, "0.0 'x'"),
    ];

    private static string Both(double wall, double cpu) => $"{Row.Text(wall, "0.0 'ms'")} ({Row.Text(cpu, "0.0 'ms'")})";

    /// <summary>A look that finds nothing is fast, too.</summary>
    private static async Task CheckAsync(string agent, AwsHome home, int size)
    {
        var json = await OwnedProcess.RunAsync(home.Environment, agent, "status", "--json");
        var found = json.Split("\"kind\": \"sso-session\"").Length - 1;
        if (found != 2 * size)
        {
            throw new InvalidOperationException($"'status --json' shows {found} sessions and profiles instead of {2 * size}.");
        }
    }
}

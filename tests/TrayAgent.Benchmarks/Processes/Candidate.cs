using TrayAgent.Benchmarks.Report;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>One of several programs that are compared: they take turns, so that a busy moment hits all of them.</summary>
internal sealed class Candidate(IReadOnlyDictionary<string, string> environment, params string[] command)
{
    // status: 0 when healthy, 3 when something needs attention.
    private static readonly int[] Fine = [0, 3];

    public Samples Wall { get; } = new();

    public Samples Cpu { get; } = new();

    /// <summary>Done before each run, and not measured.</summary>
    public Action Prepare { get; init; } = () => { };

    /// <param name="rounds">How often each one runs; two more rounds go before, for the caches of the system.</param>
    public static void TakeTurns(int rounds, params Candidate[] candidates)
    {
        for (var round = -2; round < rounds; round++)
        {
            foreach (var candidate in candidates)
            {
                candidate.Run(isWarmUp: round < 0);
            }
        }
    }

    private void Run(bool isWarmUp)
    {
        Prepare();
        var time = NativeRun.Measure(environment, command);
        if (!Fine.Contains(time.ExitCode))
        {
            throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {time.ExitCode}.");
        }

        if (!isWarmUp)
        {
            Wall.Add(time.WallMilliseconds);
            Cpu.Add(time.CpuMilliseconds);
        }
    }
}

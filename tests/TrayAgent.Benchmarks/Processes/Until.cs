using System.Diagnostics;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>Waits for what other programs do, where there is no signal to wait for.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static async Task TrueAsync(Func<Task<bool>> condition, string expectation)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Limit)
            {
                throw new TimeoutException($"After {Limit.TotalSeconds:0} s this was still not so: {expectation}.");
            }

            await Task.Delay(Step);
        }
    }
}

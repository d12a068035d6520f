using System.Diagnostics;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>Waits for what other programs do, where there is no signal to wait for.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    public static Task TrueAsync(Func<bool> condition, string expectation) =>
        TrueAsync(() => Task.FromResult(condition()), expectation);

    public static async Task TrueAsync(Func<Task<bool>> condition, string expectation)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Limit, $"After {Limit.TotalSeconds:0} s this was still not so: {expectation}.");
            await Task.Delay(Step, TestContext.Current.CancellationToken);
        }
    }
}

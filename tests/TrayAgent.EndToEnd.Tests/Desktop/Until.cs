using System.Diagnostics;

namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>Waits for what other programs do, where there is no signal to wait for.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static Task TrueAsync(Func<bool> condition, string expectation) =>
        TrueAsync(() => Task.FromResult(condition()), expectation);

    public static Task TrueAsync(Func<Task<bool>> condition, string expectation) =>
        TrueAsync(condition, expectation, Limit);

    public static async Task TrueAsync(Func<Task<bool>> condition, string expectation, TimeSpan limit) => Assert.True(
        await HoldsAsync(condition, limit), $"After {limit.TotalSeconds:0} s this was still not so: {expectation}.");

    /// <summary>For what need not become true, when there is something else to try.</summary>
    public static Task<bool> SoonAsync(Func<Task<bool>> condition) => HoldsAsync(condition, TimeSpan.FromSeconds(2));

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition, TimeSpan limit)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > limit)
            {
                return false;
            }

            await Task.Delay(Step, TestContext.Current.CancellationToken);
        }

        return true;
    }
}

using Microsoft.Extensions.Time.Testing;
using TrayAgent.Loopback;

namespace TrayAgent.Tests.Act.Oidc;

/// <summary>A clock that both the sign-in and the identity centre go by; it can run much faster than the real one.</summary>
internal sealed class FlowingTime(CentreClock centre) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task? _flow;

    public FakeTimeProvider Provider { get; } = new(DateTimeOffset.UtcNow);

    public void Advance(TimeSpan by)
    {
        centre.Advance(by);
        Provider.Advance(by);
    }

    /// <summary>A second every few milliseconds.</summary>
    public void Flow() => _flow ??= Task.Run(async () =>
    {
        while (!_stop.IsCancellationRequested)
        {
            Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await (_flow ?? Task.CompletedTask);
        _stop.Dispose();
    }
}

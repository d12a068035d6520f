using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace TrayAgent.Events;

/// <summary>
/// The poll, on the monotonic clock, and the check that wall clock and monotonic clock go together:
/// it needs no service of the operating system, and neither sleep nor a set clock can stop it.
/// </summary>
internal sealed class Heartbeat(ChannelWriter<AgentEvent> events, TimeProvider time) : BackgroundService
{
    /// <summary>Longest time that a lost file event stays unseen; design 4.1 allows 60 s.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var wall = time.GetUtcNow();
        var mark = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var jump = time.GetUtcNow() - wall - time.GetElapsedTime(mark);
            wall = time.GetUtcNow();
            mark = time.GetTimestamp();
            events.TryWrite(jump.Duration() > Tolerance ? new AgentEvent.ClockJumped(jump) : new AgentEvent.PollDue());
        }
    }
}

using System.Threading.Channels;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Events;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent status --watch</c>: prints at the start and at each change; one line per change with <c>--json</c>.</summary>
internal static class StatusWatch
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Machine machine, StatusView view, Streams streams, CancellationToken stop)
    {
        if (view.Profile is { } profile
            && Targets.Find(machine.Inspector.Inspect(machine.Time.GetUtcNow()), profile, null) is Target.NotFound(var message))
        {
            await streams.Error.WriteLineAsync(message);
            return ExitCode.Usage;
        }

        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watch = new FileWatch(
            () => WatchedFiles.Of(machine.Aws, machine.Claude, machine.Agent),
            () => changes.Writer.TryWrite(true),
            machine.Time,
            NoLog.Instance.CreateLogger(nameof(StatusWatch)));
        var last = "";
        var overall = OverallHealth.Unknown;
        while (!stop.IsCancellationRequested)
        {
            watch.Refresh();
            var assessment = Look(machine, view);
            var told = Comparable(assessment);
            if (told != last)
            {
                await streams.Out.WriteLineAsync(Line(assessment, view, streams.Surface));
                await streams.Out.FlushAsync(stop);
                (last, overall) = (told, assessment.Overall);
            }

            await WaitAsync(changes.Reader, machine.Time, stop);
        }

        return overall == OverallHealth.Healthy ? ExitCode.Fine : ExitCode.NeedsAttention;
    }

    private static Assessment Look(Machine machine, StatusView view)
    {
        var policy = machine.Settings.Reload().Policy;
        var assessment = Assessor.Assess(machine.Inspector.Inspect(machine.Time.GetUtcNow()), policy);
        return view.Profile is { } profile ? Assessor.ForProfile(assessment, profile, policy) : assessment;
    }

    private static string Line(Assessment assessment, StatusView view, Surface surface) => view.Form == StatusForm.Json
        ? StatusJson.Of(assessment, JsonLayout.OneLine)
        : view.Text(assessment, surface) + Environment.NewLine;

    // That time goes by is no news.
    private static string Comparable(Assessment assessment) => StatusJson.Of(
        assessment with { Snapshot = assessment.Snapshot with { Now = DateTimeOffset.UnixEpoch } }, JsonLayout.OneLine);

    private static async Task WaitAsync(ChannelReader<bool> changes, TimeProvider time, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Poll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await changes.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The poll is due, or the person had enough: the caller looks which.
        }
    }
}

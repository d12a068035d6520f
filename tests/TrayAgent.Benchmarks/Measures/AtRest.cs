using TrayAgent.Benchmarks.Report;
using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Benchmarks.Measures;

/// <summary>What the agent costs while nothing happens, with its icon in a real panel.</summary>
internal static class AtRest
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(120);

    public static async Task<IReadOnlyList<Row>> RunAsync(string agent)
    {
        await using var desktop = await XfceDesktop.StartAsync();
        await desktop.StartPanelAsync();
        using var home = new AwsHome(desktop.Home, profiles: 10, sessions: 3);
        await using var running = await TrayAgentOn.StartAsync(desktop, agent);
        await Task.Delay(Settling);
        var before = ProcessFigures.Of(running.Id);
        await Task.Delay(Watching);
        var after = ProcessFigures.Of(running.Id);
        return
        [
            Row.AtMost("agent at rest: RSS", after.ResidentMegabytes, 35, "0.0 'MB'"),
            Row.Info("agent at rest: of that anonymous, and PSS", Shares(after)),
            Row.AtMost("agent at rest: wake-ups a minute", after.WakeUpsSince(before) / Watching.TotalMinutes, 30, "0.0"),
            Row.AtMost("agent at rest: CPU ticks a minute", (after.Ticks - before.Ticks) / Watching.TotalMinutes, 0, "0.0"),
            Row.Info("agent at rest: threads", Row.Text(after.Threads.Count, "0")),
        ];
    }

    private static string Shares(ProcessFigures figures) =>
        $"{Row.Text(figures.AnonymousMegabytes, "0.0 'MB'")}, {(figures.ProportionalMegabytes is { } value ? Row.Text(value, "0.0 'MB'") : "not readable")}";
}

using System.Diagnostics;
using TrayAgent.Benchmarks.Report;
using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Benchmarks.Measures;

/// <summary>From the write of a token file by another program to where a person or a program sees it.</summary>
internal static class FileChange
{
    private const int Rounds = 20;
    private const double Budget = 500;

    public static async Task<IReadOnlyList<Row>> RunAsync(string agent)
    {
        var watch = await WatchAsync(agent);
        var tray = await TrayAsync(agent);
        return
        [
            Row.AtMost("file change to 'status --watch --json', median of 20", watch.Median, Budget, "0 'ms'"),
            Row.AtMost("file change to 'status --watch --json', worst of 20", watch.Worst, Budget, "0 'ms'"),
            Row.AtMost("file change to the tray's signal on D-Bus, median of 20", tray.Median, Budget, "0 'ms'"),
            Row.AtMost("file change to the tray's signal on D-Bus, worst of 20", tray.Worst, Budget, "0 'ms'"),
        ];
    }

    private static async Task<Samples> WatchAsync(string agent)
    {
        using var home = AwsHome.Temporary(profiles: 10, sessions: 3);
        await using var status = OwnedProcess.Start(home.Environment, agent, "status", "--watch", "--json");
        await status.FirstLineAsync();
        return await ChangeAsync(home, status, _ => true);
    }

    private static async Task<Samples> TrayAsync(string agent)
    {
        await using var desktop = await XfceDesktop.StartAsync();
        await desktop.StartPanelAsync();
        using var home = new AwsHome(desktop.Home, profiles: 10, sessions: 3);
        await using var bus = OwnedProcess.Start(
            desktop.Environment,
            "dbus-monitor",
            "--address",
            desktop.Environment["DBUS_SESSION_BUS_ADDRESS"],
            "type='signal',interface='org.kde.StatusNotifierItem'");
        await using var running = await TrayAgentOn.StartAsync(desktop, agent);
        return await ChangeAsync(home, bus, line => line.Contains("member=NewIcon", StringComparison.Ordinal));
    }

    private static async Task<Samples> ChangeAsync(AwsHome home, OwnedProcess seen, Predicate<string> wanted)
    {
        var samples = new Samples();
        for (var round = 0; round < Rounds; round++)
        {
            // Not in step with anything that repeats in the agent, and after all that the change before has caused.
            await Task.Delay(700 + (37 * round));
            seen.Forget();
            var start = Stopwatch.GetTimestamp();
            Change(home, round);
            samples.Add(Stopwatch.GetElapsedTime(start, await seen.MomentAsync(wanted)).TotalMilliseconds);
        }

        return samples;
    }

    private static void Change(AwsHome home, int round)
    {
        if (round % 2 == 0)
        {
            home.End(0);
        }
        else
        {
            home.SignIn(0);
        }
    }
}

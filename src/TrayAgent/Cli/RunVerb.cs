using System.CommandLine;
using TrayAgent.Events;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent run</c>: the agent; a second start shows the first one's status instead of a second icon.</summary>
internal static class RunVerb
{
    public static readonly Option<bool> Headless = new("--headless")
    {
        Description = "Without tray and notices, for example on a server",
    };

    /// <summary>As a double click starts it.</summary>
    public static readonly RunOptions Usual = new(Face.Desktop, Serilog.Events.LogEventLevel.Information);

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Write causes and timings into the log as well",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "run",
            "Runs the agent: a tray icon, notices ahead of time, sign-in and renewal with one click.\n"
            + "Where there is no tray it goes on without one, and attaches when one appears. SIGHUP reads the settings again.")
        {
            Headless,
            Verbose,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            new RunOptions(
                parsed.GetValue(Headless) ? Face.None : Face.Desktop,
                parsed.GetValue(Verbose) ? Serilog.Events.LogEventLevel.Debug : Serilog.Events.LogEventLevel.Information),
            streams,
            stop));
        return verb;
    }

    public static async Task<int> RunAsync(RunOptions options, Streams streams, CancellationToken stop)
    {
        var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance);
        try
        {
            using var instance = SingleInstance.TryTake(machine.Agent);
            if (instance is null)
            {
                return await ShowFirstAsync(machine, streams, stop);
            }

            await AgentHost.RunAsync(options, machine.Environment, streams, stop);
            return ExitCode.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await streams.Error.WriteLineAsync(
                $"The state folder '{machine.Agent.StateFolder}' cannot be used: {e.Message} Make it writable, or set XDG_STATE_HOME.");
            return ExitCode.Failed;
        }
    }

    private static async Task<int> ShowFirstAsync(Machine machine, Streams streams, CancellationToken stop)
    {
        Inbox.AskToShow(machine.Agent);
        await streams.Error.WriteLineAsync("TrayAgent runs already; this is its status.");
        await StatusVerb.PrintAsync(machine, new StatusView(null, StatusForm.Text), streams, stop);
        return ExitCode.Fine;
    }
}

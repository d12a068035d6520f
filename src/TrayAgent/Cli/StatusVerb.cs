using System.CommandLine;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent status</c>: inspect, assess, print; exit code 3 unless healthy.</summary>
internal static class StatusVerb
{
    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "Only the session that this profile uses",
        HelpName = "name",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "For programs: one JSON object, see docs/status-json.md",
    };

    private static readonly Option<bool> Watch = new("--watch")
    {
        Description = "Go on, and print again whenever something changes, until Ctrl-C",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "status",
            "Shows which sessions are signed in, until when, which profiles and programs use them, and what is wrong.\n"
            + "Exit code 0 when all is well, 3 when something needs attention.")
        {
            Profile,
            Json,
            Watch,
        };
        verb.SetAction((parsed, stop) =>
        {
            var view = new StatusView(parsed.GetValue(Profile), parsed.GetValue(Json) ? StatusForm.Json : StatusForm.Text);
            var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance).WithOtherHomes();
            return parsed.GetValue(Watch)
                ? StatusWatch.RunAsync(machine, view, streams, stop)
                : PrintAsync(machine, view, streams, stop);
        });
        return verb;
    }

    /// <summary>Prints once and returns the exit code.</summary>
    public static async Task<int> PrintAsync(Machine machine, StatusView view, Streams streams, CancellationToken stop)
    {
        foreach (var problem in machine.Settings.Current.Problems)
        {
            await streams.Error.WriteLineAsync(problem.ToString());
        }

        var snapshot = await machine.Inspector.InspectSettledAsync(stop);
        var assessment = Assessor.Assess(snapshot, machine.Settings.Current.Policy);
        if (view.Profile is not null)
        {
            if (Targets.Find(snapshot, view.Profile, null) is Target.NotFound(var message))
            {
                await streams.Error.WriteLineAsync(message);
                return ExitCode.Usage;
            }

            assessment = Assessor.ForProfile(assessment, view.Profile, machine.Settings.Current.Policy);
        }

        await streams.Out.WriteLineAsync(view.Text(assessment, streams.Surface));
        return assessment.Overall == OverallHealth.Healthy ? ExitCode.Fine : ExitCode.NeedsAttention;
    }
}

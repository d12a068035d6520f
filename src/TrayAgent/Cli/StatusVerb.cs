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

    private static readonly Option<string?> Format = new("--format")
    {
        Description = "'swiftbar': the output of a SwiftBar plugin, an icon and a menu for macOS",
        HelpName = "name",
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
            Format,
            Watch,
        };
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetValue(Format) is { } format && format != "swiftbar")
            {
                parsed.AddError($"There is no format '{format}'. There is 'swiftbar', and '--json' for other programs.");
            }

            if (parsed.GetValue(Json) && parsed.GetResult(Format) is not null)
            {
                parsed.AddError("'--json' and '--format' exclude each other: choose one.");
            }

            if (parsed.GetValue(Watch) && parsed.GetResult(Format) is not null)
            {
                parsed.AddError("SwiftBar runs its plugin again and again: leave out '--watch'.");
            }
        });
        verb.SetAction((parsed, stop) =>
        {
            var view = new StatusView(parsed.GetValue(Profile), FormOf(parsed));
            var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance).WithOtherHomes();
            return parsed.GetValue(Watch)
                ? StatusWatch.RunAsync(machine, view, streams, stop)
                : PrintAsync(machine, view, streams, stop);
        });
        return verb;
    }

    private static StatusForm FormOf(ParseResult parsed) =>
        parsed.GetValue(Json) ? StatusForm.Json
        : parsed.GetValue(Format) is not null ? StatusForm.SwiftBar
        : StatusForm.Text;

    /// <summary>Prints once and returns the exit code.</summary>
    public static async Task<int> PrintAsync(Machine machine, StatusView view, Streams streams, CancellationToken stop)
    {
        OneLook.WithoutCollecting();
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

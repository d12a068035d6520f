using System.CommandLine;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Doctor;
using TrayAgent.Act.Models;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent doctor</c>: every check by name; exit code 3 when a warning or an error was found.</summary>
internal static class DoctorVerb
{
    private static readonly Option<bool> Online = new("--online")
    {
        Description = "Ask AWS, too: tokens, identity, permissions, models, network, clock; it costs nothing and opens no browser",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "For programs: one JSON object, see docs/doctor-json.md",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "doctor",
            "Checks everything that is known to go wrong and shows each check with what it found and what helps.\n"
            + "Exit code 0 when nothing needs attention, 3 when something does.")
        {
            Online,
            Json,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance).WithOtherHomes(),
            parsed.GetValue(Online) ? DoctorReach.Online : DoctorReach.Files,
            parsed.GetValue(Json) ? StatusForm.Json : StatusForm.Text,
            streams,
            stop));
        return verb;
    }

    /// <summary>What was asked and learned on the way is in it.</summary>
    public static async Task<Diagnosis> DiagnoseAsync(Machine machine, DoctorReach reach, CancellationToken stop)
    {
        var policy = machine.Settings.Current.Policy;
        var assessment = Assessor.Assess(await machine.Inspector.InspectSettledAsync(stop), policy);
        if (reach == DoctorReach.Files)
        {
            return Examination.Of(assessment, []);
        }

        var report = await Questions(machine).AskAsync(assessment, stop);
        Remember(machine, report);

        // A token was perhaps refreshed or refused, and the list of models is a new one.
        var after = await machine.Inspector.InspectSettledAsync(stop);
        return Examination.Of(Assessor.Assess(after with { Clock = report.Clock ?? after.Clock }, policy), report.Answers);
    }

    private static OnlineQuestions Questions(Machine machine)
    {
        var settings = machine.Settings.Current;
        var endpoints = new Endpoints(machine.Environment, settings);
        return new OnlineQuestions(
            endpoints,
            new ProfileLister(machine.Aws, machine.Environment, settings, machine.Time),
            new BedrockCli(machine.Aws, machine.Environment, settings, machine.Time),
            machine.Environment,
            session => new SilentToken(
                machine.Aws, endpoints, session, new SessionLook(machine, session).JudgeAsync, machine.State, machine.Time),
            machine.Time);
    }

    private static void Remember(Machine machine, OnlineReport report)
    {
        try
        {
            if (report.List is { } list)
            {
                machine.LiveProfiles.Remember(list);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next one asks again.
        }
    }

    private static async Task<int> RunAsync(Machine machine, DoctorReach reach, StatusForm form, Streams streams, CancellationToken stop)
    {
        foreach (var problem in machine.Settings.Current.Problems)
        {
            await streams.Error.WriteLineAsync(problem.ToString());
        }

        if (reach == DoctorReach.Online && OpenSsl.Obstacle is { } obstacle)
        {
            await streams.Error.WriteLineAsync(obstacle);
            return ExitCode.Failed;
        }

        if (reach == DoctorReach.Online && streams.Surface == Surface.Terminal)
        {
            await streams.Error.WriteLineAsync("Asking AWS ...");
        }

        try
        {
            var diagnosis = await DiagnoseAsync(machine, reach, stop);
            await streams.Out.WriteLineAsync(form == StatusForm.Json
                ? DoctorJson.Of(diagnosis, JsonLayout.Indented)
                : DoctorText.Of(diagnosis, streams.Surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain).TrimEnd('\n'));
            return diagnosis.IsFine ? ExitCode.Fine : ExitCode.NeedsAttention;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("Cancelled.");
            return ExitCode.Cancelled;
        }
    }
}

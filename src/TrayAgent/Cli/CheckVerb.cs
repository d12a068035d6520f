using System.CommandLine;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent check</c>: will the session last? The exit code says it: 0 yes, 3 no or unknown.</summary>
internal static class CheckVerb
{
    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "The profile whose session is meant; default: AWS_PROFILE, else Claude Code's, else the only session",
        HelpName = "name",
    };

    private static readonly Option<string?> For = new("--for")
    {
        Description = "How long it must last: 90m, 8h, 2d; default: now",
        HelpName = "time",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "check",
            "Says whether a session will last long enough, for scripts: 'trayagent check --for 8h && nightly-run'.\n"
            + "Exit code 0 when it will, 3 when it will not or nobody can know.")
        {
            Profile,
            For,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance),
            parsed.GetValue(Profile),
            parsed.GetValue(For),
            streams,
            stop));
        return verb;
    }

    private static async Task<int> RunAsync(
        Machine machine, string? profile, string? length, Streams streams, CancellationToken stop)
    {
        if ((length is null ? TimeSpan.Zero : Durations.TryParse(length)) is not { } wanted)
        {
            await streams.Error.WriteLineAsync($"'{length}' is not a length of time. Write {Durations.Form}.");
            return ExitCode.Usage;
        }

        var snapshot = await machine.Inspector.InspectSettledAsync(stop);
        switch (Targets.Find(snapshot, profile, null))
        {
            case Target.Found(var session, _):
                var assessment = Assessor.Assess(snapshot, machine.Settings.Current.Policy);
                var answer = Endurance.Of(assessment.Sessions.Single(status => status.Name == session.Name), wanted, snapshot);
                await streams.Out.WriteLineAsync(answer.Text);
                return answer.WillLast ? ExitCode.Fine : ExitCode.NeedsAttention;

            case Target.NotFound(var message):
                await streams.Error.WriteLineAsync(message);
                return ExitCode.Usage;

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

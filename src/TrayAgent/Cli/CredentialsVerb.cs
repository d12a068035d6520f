using System.CommandLine;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Roles;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent credentials</c>, for programs: JSON on stdout or nothing, never a browser.</summary>
internal static class CredentialsVerb
{
    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "The profile whose role is wanted, also one that assumes roles; default: AWS_PROFILE, else Claude Code's",
        HelpName = "name",
    };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = "'process' (the default) for 'credential_process' of AWS tools, 'claude' for Claude Code's 'awsCredentialExport'",
        HelpName = "process|claude",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "credentials",
            "Prints short-lived credentials of a profile's role as JSON, for programs. It refreshes the session's token if it must,\n"
            + "but never opens a browser and keeps nothing; when a person is needed it says so and ends with 1. See docs/auth-refresh.md.")
        {
            Profile,
            Format,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance),
            parsed.GetValue(Profile),
            parsed.GetValue(Format),
            streams,
            stop));
        return verb;
    }

    private static async Task<int> RunAsync(
        Machine machine, string? profile, string? format, Streams streams, CancellationToken stop)
    {
        if (FormOf(format) is not { } form)
        {
            await streams.Error.WriteLineAsync($"There is no format '{Visible.Of(format!)}'. Choose 'process' or 'claude'.");
            return ExitCode.Usage;
        }

        try
        {
            var snapshot = await machine.Inspector.InspectSettledAsync(stop);
            switch (Targets.Find(snapshot, profile, null))
            {
                case Target.Found(_, null):
                    await streams.Error.WriteLineAsync("There is no profile in use. Name the one whose credentials are wanted with '--profile'.");
                    return ExitCode.Usage;

                case Target.Found(var session, { } found):
                    return await TellAsync(await AskAsync(machine, snapshot, session, found, stop), form, streams);

                case Target.NotFound(var message):
                    await streams.Error.WriteLineAsync(
                        profile is not null && snapshot.Config.Profile(profile) is { } other ? CredentialsObstacle.OfOther(other) : message);
                    return ExitCode.Usage;

                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("Cancelled.");
            return ExitCode.Cancelled;
        }
    }

    private static CredentialsForm? FormOf(string? format) => format switch
    {
        null or "process" => CredentialsForm.Process,
        "claude" => CredentialsForm.Claude,
        _ => null,
    };

    private static async Task<RoleAnswer> AskAsync(
        Machine machine, Snapshot snapshot, SsoSession session, Profile profile, CancellationToken stop)
    {
        if (CredentialsObstacle.Of(profile, Assessor.Assess(snapshot, machine.Settings.Current.Policy)) is { } obstacle)
        {
            return new RoleAnswer.NotGiven(obstacle);
        }

        var endpoints = new Endpoints(machine.Environment, machine.Settings.Current);
        var silent = new SilentToken(
            machine.Aws, endpoints, session, new SessionLook(machine, session).JudgeAsync, machine.State, machine.Time);
        return await new RoleSource(
            endpoints,
            silent,
            session,
            profile.Chain.IsEmpty ? [profile] : [.. profile.Chain.Select(name => snapshot.Config.Profile(name)!)],
            machine.Time).GetAsync(stop);
    }

    private static async Task<int> TellAsync(RoleAnswer answer, CredentialsForm form, Streams streams)
    {
        switch (answer)
        {
            case RoleAnswer.Given(var keys):
                await streams.Out.WriteLineAsync(CredentialsJson.Of(keys, form));
                return ExitCode.Fine;

            case RoleAnswer.NotGiven(var text, _):
                await streams.Error.WriteLineAsync(Visible.Of(text));
                return ExitCode.Failed;

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

using System.CommandLine;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;
using TrayAgent.State;

namespace TrayAgent.Cli;

/// <summary>
/// <c>trayagent auth-refresh</c>, for Claude Code's <c>awsAuthRefresh</c>: what it prints is shown there while it runs.
/// The usual answer is given by <see cref="AuthRefreshAtOnce"/>, before any of this is loaded.
/// </summary>
internal static class AuthRefreshVerb
{
    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "The profile that Claude Code uses; default: AWS_PROFILE, else Claude Code's, else the only session",
        HelpName = "name",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "auth-refresh",
            "Makes sure that a profile's session is signed in, for Claude Code's 'awsAuthRefresh': at once and without network when\n"
            + "it is, by a silent refresh when possible, else by one sign-in in the browser for all who ask. See docs/auth-refresh.md.")
        {
            Profile,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance),
            parsed.GetValue(Profile),
            streams,
            stop));
        return verb;
    }

    public static string Good(string session) => $"'{Visible.Of(session)}' is signed in.";

    /// <param name="start">Starts the process that signs in.</param>
    public static TokenBroker Broker(Machine machine, SsoSession session, BrokerLimits limits, Func<DetachedProgram> start)
    {
        var (aws, time) = (machine.Aws, machine.Time);
        var endpoints = new Endpoints(machine.Environment, machine.Settings.Current);
        var tokens = new TokenFile(aws, session, time);
        var answered = new AnsweredFile(aws, session.CacheFileName);
        var signIn = new SharedSignIn(
            new SignInFiles(aws, session, time), tokens, session, () => ScreenLockFile.IsLocked(machine.Agent), start, time);
        return new TokenBroker(
            new SilentToken(aws, endpoints, session, new SessionLook(machine, session).JudgeAsync, machine.State, time),
            new PortalQuestion(aws, endpoints, session, answered, time),
            signIn,
            tokens,
            answered,
            session,
            limits,
            time);
    }

    private static async Task<int> RunAsync(Machine machine, string? profile, Streams streams, CancellationToken stop)
    {
        try
        {
            switch (Targets.Find(await machine.Inspector.InspectSettledAsync(stop), profile, null))
            {
                case Target.Found(var session, _):
                    return await AnswerAsync(machine, session, streams, stop);

                case Target.NotFound(var message):
                    await streams.Error.WriteLineAsync(message);
                    return ExitCode.Usage;

                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("Cancelled. A sign-in that is open in your browser goes on.");
            return ExitCode.Cancelled;
        }
    }

    private static async Task<int> AnswerAsync(Machine machine, SsoSession session, Streams streams, CancellationToken stop)
    {
        switch (await Broker(machine, session, BrokerLimits.Default, () => Login(machine, session)).AnswerAsync(line => Say(streams, line), stop))
        {
            case BrokerOutcome.Good(var doubt):
                if (doubt is not null)
                {
                    await streams.Error.WriteLineAsync(Visible.Of(doubt));
                }

                Say(streams, Good(session.Name));
                return ExitCode.Fine;

            case BrokerOutcome.NotGood(var text):
                await streams.Error.WriteLineAsync(Visible.Of(text));
                return ExitCode.Failed;

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Who does not listen is answered by the exit code.</summary>
    private static void Say(Streams streams, string line)
    {
        try
        {
            streams.Out.WriteLine(Visible.Of(line));
        }
        catch (OutputException)
        {
        }
    }

    private static DetachedProgram Login(Machine machine, SsoSession session) => DetachedProgram.Start(
        Environment.ProcessPath ?? throw new IOException("The system does not tell where this program is"),
        ["login", $"--session={session.Name}", $"--for={SignInVerbs.ForAuthRefresh}"],
        machine.Environment);
}

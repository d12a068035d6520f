using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>The command line: which verbs there are, and what a wrong one gets.</summary>
internal static class RootVerb
{
    public static async Task<int> RunAsync(string[] arguments, Streams streams)
    {
        var root = Create(streams);

        // No response files: a name may begin with '@', and what a file says is no argument.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return WriteUsage(parsed, streams);
        }

        using var stop = new ConsoleStop(Stopping(parsed, root));
        try
        {
            return await parsed.InvokeAsync(Configuration(streams), stop.Token);
        }
        catch (OutputException e)
        {
            await streams.Error.WriteLineAsync($"The result could not be written: {e.Message}.");
            return ExitCode.Failed;
        }
    }

    /// <summary>
    /// To the agent SIGHUP says "read your settings again", to every other verb that its terminal is gone.
    /// On Windows it always is the latter, and SIGQUIT is Ctrl-Break.
    /// </summary>
    private static PosixSignal[] Stopping(ParseResult parsed, RootCommand root) =>
        OperatingSystem.IsWindows() ? [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT]
        : ReferenceEquals(parsed.Action, root.Action) ? [PosixSignal.SIGINT, PosixSignal.SIGTERM]
        : [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private static InvocationConfiguration Configuration(Streams streams) => new()
    {
        Output = streams.Out,
        Error = streams.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    private static RootCommand Create(Streams streams)
    {
        var root = new RootCommand(
            """
            Keeps your AWS SSO session alive and says ahead of time when you are needed.

            Start here:
              trayagent setup      a session, a profile and Claude Code, from nothing
              trayagent status     what is signed in, until when, and what is wrong
              trayagent login      sign in with one click in the browser
              trayagent run        the agent in the system tray
              trayagent autostart on

            Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 needs attention, 4 cancelled.
            """);
        var run = RunVerb.Create(streams);
        root.Subcommands.Add(run);
        root.Subcommands.Add(StatusVerb.Create(streams));
        root.Subcommands.Add(SignInVerbs.Login(streams));
        root.Subcommands.Add(SignInVerbs.Renew(streams));
        root.Subcommands.Add(SignInVerbs.Logout(streams));
        root.Subcommands.Add(AuthRefreshVerb.Create(streams));
        root.Subcommands.Add(CredentialsVerb.Create(streams));
        root.Subcommands.Add(CheckVerb.Create(streams));
        root.Subcommands.Add(Setup.SetupVerb.Create(streams));
        root.Subcommands.Add(ClaudeVerbs.Create(streams));
        root.Subcommands.Add(ModelsVerb.Create(streams));
        root.Subcommands.Add(MigrateVerb.Create(streams));
        root.Subcommands.Add(DoctorVerb.Create(streams));
        root.Subcommands.Add(ExplainVerb.Create(streams));
        root.Subcommands.Add(AutostartVerb.Create(streams));
        root.Subcommands.Add(PathVerb.Create(streams));
        root.Subcommands.Add(NoticeVerb.Create(streams));

        // Without a verb the agent runs: that is what a shortcut or a double click starts.
        root.Options.Add(RunVerb.Headless);
        root.Action = run.Action;
        return root;
    }

    private static int WriteUsage(ParseResult parsed, Streams streams)
    {
        foreach (var error in parsed.Errors)
        {
            streams.Error.WriteLine(Visible.Of(error.Message));
        }

        streams.Error.WriteLine($"Run 'trayagent {Path(parsed.CommandResult)}--help' to see what is possible.");
        return ExitCode.Usage;
    }

    private static string Path(SymbolResult result) => result switch
    {
        CommandResult { Command: not RootCommand } verb => $"{Path(verb.Parent!)}{verb.Command.Name} ",
        _ => "",
    };
}

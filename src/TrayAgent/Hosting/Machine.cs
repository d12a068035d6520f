using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TrayAgent.Act.Children;
using TrayAgent.Act.Edits;
using TrayAgent.Act.Sessions;
using TrayAgent.Files;
using TrayAgent.Inspect;
using TrayAgent.Settings;
using TrayAgent.State;

namespace TrayAgent.Hosting;

/// <summary>This machine as one process of ours sees it: where things are and who reads them. The agent and every verb start here.</summary>
internal sealed record Machine(
    ProcessEnvironment Environment,
    AwsPaths Aws,
    ClaudePaths Claude,
    AgentPaths Agent,
    AgentSettingsFile Settings,
    StateFile State,
    LiveProfilesFile LiveProfiles,
    Inspector Inspector,
    TimeProvider Time)
{
    /// <summary>Where the system looks for what is to start at login.</summary>
    public string ConfigHome => Path.GetDirectoryName(Path.GetDirectoryName(Agent.SettingsFile))!;

    public SignIns SignIns(SignInBrowser browser) => new(Aws, Environment, () => Settings.Current, browser, new SessionNotes(State, Time), Time);

    /// <param name="say">Gets the sentence about an interrupted edit that was completed.</param>
    public FileEdits Edits(Action<string> say) => new(Aws, Agent, Time, say);

    /// <summary>With the settings of a project: those that Claude Code reads when it is started there.</summary>
    /// <param name="folder">Full path.</param>
    public Machine In(string folder)
    {
        var claude = Claude with { Folder = folder };
        return this with { Claude = claude, Inspector = Inspect(Environment, Aws, claude, Agent, Settings, State, LiveProfiles, Time) };
    }

    /// <summary>With the homes of the same person that other tools use: to find them may take a program, so not every verb asks.</summary>
    public Machine WithOtherHomes()
    {
        var running = new RunningWsl(Environment, Time);
        return With(() => WslDistributions.Places(running.Names));
    }

    /// <param name="places">See <see cref="OtherHomes"/>.</param>
    public Machine With(Func<ImmutableArray<OtherPlace>> places) =>
        this with { Inspector = Inspect(Environment, Aws, Claude, Agent, Settings, State, LiveProfiles, Time, places) };

    public static Machine Open(ProcessEnvironment environment, TimeProvider time, ILoggerFactory loggers)
    {
        var aws = AwsPaths.From(environment);
        var claude = ClaudePaths.From(environment, aws.Home);
        var agent = AgentPaths.From(environment, aws.Home);
        var settings = new AgentSettingsFile(agent, loggers.CreateLogger<AgentSettingsFile>());
        settings.Reload();
        var state = new StateFile(agent, time, loggers.CreateLogger<StateFile>());
        var lists = new LiveProfilesFile(agent, time);
        return new Machine(
            environment,
            aws,
            claude,
            agent,
            settings,
            state,
            lists,
            Inspect(environment, aws, claude, agent, settings, state, lists, time),
            time);
    }

    private static Inspector Inspect(
        ProcessEnvironment environment,
        AwsPaths aws,
        ClaudePaths claude,
        AgentPaths agent,
        AgentSettingsFile settings,
        StateFile state,
        LiveProfilesFile lists,
        TimeProvider time,
        Func<ImmutableArray<OtherPlace>>? otherPlaces = null)
    {
        var edits = new FileEdits(aws, agent, time, _ => { });
        return new Inspector(
            environment,
            aws,
            claude,
            () => settings.Current,
            () => state.Read().Remembered() with { LiveProfiles = lists.Read() },
            now => OwnEdits.Of(edits, claude.UserFile, now),
            time,
            otherPlaces);
    }
}

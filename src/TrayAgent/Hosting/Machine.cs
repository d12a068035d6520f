using Microsoft.Extensions.Logging;
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

    /// <param name="folder">The project whose settings count too; null: none.</param>
    public static Machine Open(ProcessEnvironment environment, TimeProvider time, ILoggerFactory loggers, string? folder = null)
    {
        var aws = AwsPaths.From(environment);
        var claude = ClaudePaths.From(environment, aws.Home) with { Folder = folder is null ? null : Path.GetFullPath(folder) };
        var agent = AgentPaths.From(environment, aws.Home);
        var settings = new AgentSettingsFile(agent, loggers.CreateLogger<AgentSettingsFile>());
        settings.Reload();
        var state = new StateFile(agent, time, loggers.CreateLogger<StateFile>());
        var lists = new LiveProfilesFile(agent, time);
        var edits = new FileEdits(aws, agent, time, _ => { });
        return new Machine(
            environment,
            aws,
            claude,
            agent,
            settings,
            state,
            lists,
            new Inspector(environment, aws, claude, () => settings.Current, () => state.Read().Remembered() with { LiveProfiles = lists.Read() }, now => OwnEdits.Of(edits, claude.UserFile, now), time),
            time);
    }
}

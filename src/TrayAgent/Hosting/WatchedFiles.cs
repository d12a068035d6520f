using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TrayAgent.Act.Sessions;
using TrayAgent.Events;
using TrayAgent.Files;

namespace TrayAgent.Hosting;

/// <summary>The files whose changes make the agent look again.</summary>
internal sealed partial class WatchedFiles(
    AwsPaths aws,
    ClaudePaths claude,
    AgentPaths agent,
    Inbox inbox,
    Channel<AgentEvent> events,
    TimeProvider time,
    ILogger<WatchedFiles> logger) : IDisposable
{
    private FileWatch? _watch;

    /// <summary>Called before each inspection: mends the watches and takes requests in.</summary>
    public void Refresh()
    {
        TryInbox(inbox.Open);
        _watch ??= new FileWatch(
            () => [.. Of(aws, claude, agent), inbox.WatchedFile, OthersSignIns.WatchedFile(aws)],
            () => events.Writer.TryWrite(new AgentEvent.FilesChanged()),
            time,
            logger);
        _watch.Refresh();
        TryInbox(inbox.Collect);
    }

    /// <summary>Full paths; <see cref="WatchPlan.AnyName"/> stands for all files of a folder.</summary>
    public static IEnumerable<string> Of(AwsPaths aws, ClaudePaths claude, AgentPaths agent) =>
    [
        aws.ConfigFile,
        aws.CredentialsFile,
        Path.Combine(aws.SsoCache, WatchPlan.AnyName),
        claude.UserFile,
        Path.Combine(claude.ManagedFolder, WatchPlan.AnyName),
        Path.Combine(claude.ManagedFolder, "managed-settings.d", WatchPlan.AnyName),
        agent.SettingsFile,
        agent.StateFile,
        agent.LiveProfiles,
    ];

    public void Dispose() => _watch?.Dispose();

    // A request may be lost; the look at the sessions may not.
    private void TryInbox(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NoInbox(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Requests of other processes cannot be taken: {Reason}")]
        public static partial void NoInbox(ILogger logger, string reason);
    }
}

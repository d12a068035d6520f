using System.CommandLine;
using TrayAgent.Desktop;
using TrayAgent.Events;
using TrayAgent.Files;

namespace TrayAgent.Cli;

/// <summary>
/// <c>trayagent notice LINK</c>: what Windows starts when a button of a notice is clicked. Not for people, so it is not listed.
/// Anybody can open such a link: it is handed to the agent, which does what it says only if a notice of its own offers that.
/// </summary>
internal static class NoticeVerb
{
    private static readonly Argument<string> Link = new("LINK");

    public static Command Create(Streams streams)
    {
        var verb = new Command("notice", "Hands a click on a notice to the agent.") { Link };
        verb.Hidden = true;
        verb.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(Link), streams, stop));
        return verb;
    }

    private static async Task<int> RunAsync(string link, Streams streams, CancellationToken stop)
    {
        var environment = ProcessEnvironment.Current;
        var paths = AgentPaths.From(environment, AwsPaths.From(environment).Home);
        if (!FileLock.IsHeldBySomebody(paths.InstanceLock))
        {
            // The notice outlived its agent: a new one says how things are.
            return await RunVerb.RunAsync(RunVerb.Usual, streams, stop);
        }

        try
        {
            CurrentDesktop.LetAgentComeToFront();
            Inbox.Answer(paths, link);
            return ExitCode.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await streams.Error.WriteLineAsync(
                $"The click could not be handed to the agent: {e.Message} Make '{paths.Inbox}' writable, or use the menu of the tray icon.");
            return ExitCode.Failed;
        }
    }
}

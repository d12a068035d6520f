using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Events;
using TrayAgent.Files;
using TrayAgent.Settings;
using TrayAgent.State;

namespace TrayAgent.Act.Refresh;

/// <summary>The refreshes that the agent started: they run beside the loop, and their end is an event.</summary>
internal sealed partial class RefreshTasks(
    AwsPaths paths,
    ProcessEnvironment environment,
    AgentSettingsFile settings,
    StateFile state,
    ChannelWriter<AgentEvent> events,
    TimeProvider time,
    ILogger<RefreshTasks> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task> _running = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Starts one unless one for the session is under way.</summary>
    /// <param name="due">Fingerprint of the token that was judged.</param>
    public void Start(SsoSession session, string? due)
    {
        // Registered before it begins: its end takes it out again.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_running.TryAdd(session.Name, RunAsync(session, due, begin.Task)))
        {
            begin.SetResult();
        }
    }

    /// <summary>
    /// Waits for those that have asked the service: the only copy of a new token may be in their hands (rule R7).
    /// The others give up.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stop.Dispose();
    }

    private async Task RunAsync(SsoSession session, string? due, Task begin)
    {
        await begin;
        RefreshOutcome? outcome = null;
#pragma warning disable CA1031 // The outermost frame of the task: one session's trouble is not the agent's.
        try
        {
            outcome = await new TokenRefresh(paths, new Endpoints(environment, settings.Current), session, time).RefreshAsync(due, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The agent ends, and nothing was asked.
        }
        catch (Exception e)
        {
            Log.Unexpected(logger, session.Name, e.GetType().Name, e.StackTrace);
            outcome = new RefreshOutcome(
                session.Name, RefreshResult.Failing, $"The refresh of the token of '{session.Name}' stopped unexpectedly. The log says where.")
            {
                StartUrl = session.StartUrl,
                Fingerprint = due,
            };
        }
#pragma warning restore CA1031

        if (outcome is not null)
        {
            // First this: the end of the agent waits for what is running.
            await RememberAsync(outcome);
        }

        _running.TryRemove(session.Name, out _);
        if (outcome is not null)
        {
            events.TryWrite(new AgentEvent.RefreshEnded(outcome));
        }
    }

    /// <summary>While the agent stops, nobody takes events any more.</summary>
    private async Task RememberAsync(RefreshOutcome outcome)
    {
        if (_stop.IsCancellationRequested)
        {
            await new SessionNotes(state, time).RefreshedAsync(outcome);
        }
    }

    private static partial class Log
    {
        // Not the message: those of the AWS SDK contain the whole answer of the service.
        [LoggerMessage(LogLevel.Error, "Refresh of {Session} stopped with {Kind} at {Stack}")]
        public static partial void Unexpected(ILogger logger, string session, string kind, string? stack);
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TrayAgent.Core.Decide;
using TrayAgent.Events;
using TrayAgent.Files;
using TrayAgent.State;

namespace TrayAgent.Act.Sessions;

/// <summary>The sign-ins that the agent started: they run beside the loop, and their end is an event.</summary>
internal sealed partial class SignInTasks(
    ChannelWriter<AgentEvent> events, AgentPaths paths, StateFile state, TimeProvider time, ILogger<SignInTasks> logger)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Running> _running = new();
    private volatile bool _isStopping;

    /// <summary>Starts <paramref name="action"/> unless one for the session is under way.</summary>
    public void Start(string session, Func<IProgress<SignInProgress>, CancellationToken, Task<SignInOutcome>> action)
    {
        var running = new Running(new CancellationTokenSource());
        if (!_running.TryAdd(session, running))
        {
            running.Stop.Dispose();
            return;
        }

        running.Task = Task.Run(async () =>
        {
            var outcome = await OutcomeAsync(session, action(new Reporter(events), running.Stop.Token));

            // First this: the end of the agent waits for what is running.
            await RememberAsync(outcome);
            _running.TryRemove(session, out _);
            events.TryWrite(new AgentEvent.SignInEnded(outcome));
        });
    }

    public bool IsRunning(string session) => _running.ContainsKey(session);

    public void Cancel(string session)
    {
        if (_running.TryGetValue(session, out var running))
        {
            running.Stop.Cancel();
        }
    }

    /// <summary>Cancels all and waits for their end, so that no child process stays behind.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopping = true;
        foreach (var running in _running.Values)
        {
            await running.Stop.CancelAsync();
            if (running.Task is { } task)
            {
                await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>While the agent stops, nobody takes events any more.</summary>
    private async Task RememberAsync(SignInOutcome outcome)
    {
        if (!_isStopping)
        {
            return;
        }

        try
        {
            await state.UpdateAsync(was => was.After(outcome, time.GetUtcNow()), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CannotRemember(logger, outcome.Session, e.Message);
        }
    }

    private async Task<SignInOutcome> OutcomeAsync(string session, Task<SignInOutcome> action)
    {
#pragma warning disable CA1031 // The outermost frame of the task: without an outcome the tray would show "busy" for ever.
        try
        {
            return await action;
        }
        catch (Exception e)
        {
            Log.Unexpected(logger, session, e.GetType().Name, e.StackTrace);
            return new SignInOutcome(
                session, SignInResult.Failed, $"The sign-in to '{session}' stopped unexpectedly. The log in '{paths.LogFile}' says where.");
        }
#pragma warning restore CA1031
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The end of the sign-in to {Session} cannot be remembered: {Reason}")]
        public static partial void CannotRemember(ILogger logger, string session, string reason);

        // Not the message: those of the AWS SDK contain the whole answer of the service.
        [LoggerMessage(LogLevel.Error, "Sign-in to {Session} stopped with {Kind} at {Stack}")]
        public static partial void Unexpected(ILogger logger, string session, string kind, string? stack);
    }

    private sealed class Running(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop { get; } = stop;

        public Task? Task { get; set; }
    }

    // Not Progress<T>: that one posts to the thread pool and may report out of order.
    private sealed class Reporter(ChannelWriter<AgentEvent> events) : IProgress<SignInProgress>
    {
        public void Report(SignInProgress value) => events.TryWrite(new AgentEvent.SignInMoved(value));
    }
}

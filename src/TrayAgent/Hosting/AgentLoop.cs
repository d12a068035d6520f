using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrayAgent.Act;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Desktop;
using TrayAgent.Events;
using TrayAgent.Inspect;
using TrayAgent.Settings;
using TrayAgent.State;

namespace TrayAgent.Hosting;

/// <summary>The whole program in five lines (<see cref="StepAsync"/>): one consumer of events, no locks, and it never waits for a person.</summary>
internal sealed partial class AgentLoop(
    Channel<AgentEvent> events,
    WatchedFiles watched,
    AgentSettingsFile settings,
    Inspector inspector,
    EffectRunner effects,
    StateFile state,
    Deadlines deadlines,
    IDesktop desktop,
    StartAtLogin startAtLogin,
    OthersSignIns others,
    ScreenLockFile screenLock,
    TimeProvider time,
    ILogger<AgentLoop> logger) : BackgroundService
{
    private Memory _memory = Memory.Empty;
    private OverallHealth? _overall;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var stored = state.Read();
        _memory = (Memory.Empty with { Sessions = stored.Sessions, PausedUntil = stored.PausedUntil }).AfterRestart();
        screenLock.Show(ScreenLock.Unlocked);
        try
        {
            await ConsumeAsync(stoppingToken);
        }
        finally
        {
            screenLock.Show(ScreenLock.Unlocked);
        }
    }

    private async Task ConsumeAsync(CancellationToken stoppingToken)
    {
        await SafeStepAsync(new AgentEvent.Started(), stoppingToken);
        if (startAtLogin.Mark is { } mark)
        {
            events.Writer.TryWrite(new AgentEvent.AutostartRead(mark));
        }

        await foreach (var next in events.Reader.ReadAllAsync(stoppingToken))
        {
            await SafeStepAsync(next, stoppingToken);
        }
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        Log.Ending(logger);
        return base.StopAsync(cancellationToken);
    }

    /// <summary>One event: look, judge, decide, act.</summary>
    internal async Task StepAsync(AgentEvent next, CancellationToken cancellationToken)
    {
        Log.Step(logger, EventMeaning.Cause(next));
        Note(next);
        await RememberAsync(next, cancellationToken);
        watched.Refresh();
        var policy = settings.Reload().Policy;
        var assessment = Assessor.Assess(inspector.Inspect(time.GetUtcNow()), policy);
        others.Look(assessment.Snapshot.Config.Sessions);
        var earlier = _memory;
        (_memory, var decided) = Decider.Decide(earlier, EventMeaning.Of(next, desktop.Faces), assessment, policy);
        if (_memory.Screen != earlier.Screen)
        {
            screenLock.Show(_memory.Screen);
        }

        await KeepAsync(earlier, cancellationToken);
        await effects.RunAsync(decided, assessment, cancellationToken);
        Tell(assessment);
    }

    private async Task SafeStepAsync(AgentEvent next, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // The outermost frame: one step may fail, the loop goes on (style.md 8.5).
        try
        {
            await StepAsync(next, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Log.StepFailed(logger, next.GetType().Name, e);
        }
#pragma warning restore CA1031
    }

    /// <summary>What happened besides, whatever is decided about it.</summary>
    private void Note(AgentEvent next)
    {
        switch (next)
        {
            case AgentEvent.ClockJumped or AgentEvent.OnDesktop { Event: DesktopEvent.Woke or DesktopEvent.ClockSet }:
                deadlines.Forget();
                break;
            case AgentEvent.SignInEnded(var outcome):
                Log.SignInEnded(logger, outcome.Session, outcome.Result.ToString());
                break;
            case AgentEvent.RefreshEnded(var outcome):
                Log.RefreshEnded(logger, outcome.Session, outcome.Result.ToString(), outcome.Text);
                break;
            case AgentEvent.RepairEnded(var outcome):
                Log.RepairEnded(logger, outcome.Subject, outcome.Result.ToString());
                break;
        }
    }

    // Before the look: that a token was refused or a portal session began is nowhere but in the outcome.
    private Task RememberAsync(AgentEvent next, CancellationToken cancellationToken) => next switch
    {
        AgentEvent.SignInEnded(var outcome) => UpdateAsync(was => was.After(outcome, time.GetUtcNow()), cancellationToken),
        AgentEvent.RefreshEnded(var outcome) => UpdateAsync(was => was.After(outcome, time.GetUtcNow()), cancellationToken),

        // Perhaps somebody corrected the clock, and the next answer tells it anyway.
        AgentEvent.ClockJumped => UpdateAsync(was => was with { Clock = null }, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task KeepAsync(Memory earlier, CancellationToken cancellationToken)
    {
        if (!_memory.OutlivesDifferently(earlier))
        {
            return Task.CompletedTask;
        }

        var (sessions, pausedUntil) = (_memory.Sessions, _memory.PausedUntil);
        return UpdateAsync(was => was with { Sessions = sessions, PausedUntil = pausedUntil }, cancellationToken);
    }

    private async Task UpdateAsync(Func<AgentState, AgentState> change, CancellationToken cancellationToken)
    {
        try
        {
            await state.UpdateAsync(change, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CannotRemember(logger, e.Message);
        }
    }

    private void Tell(Assessment assessment)
    {
        if (_overall != assessment.Overall)
        {
            Log.HealthChanged(logger, _overall?.ToString() ?? "Start", assessment.Overall.ToString());
            _overall = assessment.Overall;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Step because of {Cause}")]
        public static partial void Step(ILogger logger, string cause);

        [LoggerMessage(LogLevel.Information, "Health went from {Before} to {After}")]
        public static partial void HealthChanged(ILogger logger, string before, string after);

        [LoggerMessage(LogLevel.Information, "The agent ends")]
        public static partial void Ending(ILogger logger);

        [LoggerMessage(LogLevel.Information, "Sign-in to {Session} ended: {Result}")]
        public static partial void SignInEnded(ILogger logger, string session, string result);

        [LoggerMessage(LogLevel.Information, "Repair of {Subject} ended: {Result}")]
        public static partial void RepairEnded(ILogger logger, string subject, string result);

        [LoggerMessage(LogLevel.Information, "Refresh of {Session} ended: {Result}. {Text}")]
        public static partial void RefreshEnded(ILogger logger, string session, string result, string text);

        [LoggerMessage(LogLevel.Warning, "Notices given cannot be remembered, so they may come again after a restart: {Reason}")]
        public static partial void CannotRemember(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The step because of {Cause} failed")]
        public static partial void StepFailed(ILogger logger, string cause, Exception exception);
    }
}

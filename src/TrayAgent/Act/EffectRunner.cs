using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrayAgent.Act.Refresh;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;
using TrayAgent.Desktop;
using TrayAgent.Events;
using TrayAgent.State;

namespace TrayAgent.Act;

/// <summary>Does what was decided. What waits for a person is started, not awaited.</summary>
internal sealed partial class EffectRunner(
    IDesktop desktop,
    StartAtLogin startAtLogin,
    SignIns signIns,
    SignInTasks tasks,
    RefreshTasks refreshes,
    Repairs repairs,
    SettingsFixes settingsFixes,
    Deadlines deadlines,
    StateFile state,
    ChannelWriter<AgentEvent> events,
    IHostApplicationLifetime lifetime,
    ILogger<EffectRunner> logger)
{
    /// <param name="effects">In the order of the decision.</param>
    /// <param name="assessment">What the decision rests on.</param>
    public async Task RunAsync(IEnumerable<Effect> effects, Assessment assessment, CancellationToken cancellationToken)
    {
        foreach (var effect in effects)
        {
            await RunAsync(effect, assessment, cancellationToken);
        }
    }

    private async Task RunAsync(Effect effect, Assessment assessment, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.ShowTray(var view):
                desktop.Show(view);
                break;
            case Effect.Notify(var notice):
                Log.Notified(logger, notice.Key, notice.Title);
                desktop.Notify(notice);
                break;
            case Effect.CloseNotice(var key):
                desktop.CloseNotice(key);
                break;
            case Effect.SweepAt(var instant):
                await deadlines.SetAsync(instant, cancellationToken);
                break;
            case Effect.Refresh(var name) when assessment.Session(name) is { } status:
                refreshes.Start(status.Session, status.Token?.Fingerprint);
                break;
            case Effect.Repair(var code, var subject):
                _ = ReportAsync(repairs.RunAsync(code, subject, assessment.Snapshot.Config.Sessions, cancellationToken));
                break;
            case Effect.WriteSettings(var edit, var what):
                _ = ReportAsync(settingsFixes.WriteAsync(edit, what, cancellationToken));
                break;
            case Effect.UndoSettings(var file):
                _ = ReportAsync(settingsFixes.UndoAsync(file, cancellationToken));
                break;
            case Effect.RememberKeys(var known, var becomes):
                await RememberAsync(
                    "Claude Code's settings",
                    was => was.KnownKeys.IsSameAs(known) ? was with { KnownKeys = becomes } : was,
                    cancellationToken);
                break;
            case Effect.RememberHistory(var session, var history):
                var seen = assessment.Snapshot.History.GetValueOrDefault(session, SessionHistory.Empty);
                await RememberAsync(session, was => was.With(session, now => history.Onto(seen, now)), cancellationToken);
                break;
            case Effect.SetAutostart(var mark):
                SetAutostart(mark);
                break;
            case Effect.Quit:
                lifetime.StopApplication();
                break;
            default:
                RunSignIn(effect, assessment);
                break;
        }
    }

    private void RunSignIn(Effect effect, Assessment assessment)
    {
        switch (effect)
        {
            case Effect.SignIn(var session) when Request(assessment, session) is { } request:
                tasks.Start(session, (progress, stop) => signIns.SignInAsync(request, progress, stop));
                break;
            case Effect.Renew(var session) when Request(assessment, session) is { } request:
                tasks.Start(session, (progress, stop) => signIns.RenewAsync(request, progress, stop));
                break;
            case Effect.SignOut(var session) when Request(assessment, session) is { } request:
                tasks.Start(session, (_, stop) => signIns.SignOutAsync(request, stop));
                break;
            case Effect.CancelSignIn(var session) when tasks.IsRunning(session):
                tasks.Cancel(session);
                break;
            case Effect.CancelSignIn(var session) when assessment.Snapshot.Config.Session(session) is { } found:
                signIns.AskToCancel(found);
                break;
            default:
                Log.SessionGone(logger, effect.GetType().Name);
                break;
        }
    }

    /// <summary>Waits a second for a file that is being written, so the loop does not wait for it.</summary>
    private async Task ReportAsync(Task<RepairOutcome> repair)
    {
        try
        {
            events.TryWrite(new AgentEvent.RepairEnded(await repair));
        }
        catch (OperationCanceledException)
        {
            // The agent ends, and nothing was done.
        }
    }

    private static SignInRequest? Request(Assessment assessment, string session) =>
        assessment.Snapshot.Config.Session(session) is { } found ? SignInRequest.From(assessment.Snapshot, found) : null;

    private async Task RememberAsync(
        string subject, Func<AgentState, AgentState> change, CancellationToken cancellationToken)
    {
        try
        {
            await state.UpdateAsync(change, cancellationToken);

            // What is remembered changes the judgement: look once more.
            events.TryWrite(new AgentEvent.FilesChanged());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CannotRemember(logger, subject, e.Message);
        }
    }

    private void SetAutostart(CheckMark mark)
    {
        try
        {
            startAtLogin.Set(mark);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.AutostartFailed(logger, e.Message);
        }

        if (startAtLogin.Mark is { } now)
        {
            events.TryWrite(new AgentEvent.AutostartRead(now));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Notice {Key}: {Title}")]
        public static partial void Notified(ILogger logger, string key, string title);

        [LoggerMessage(LogLevel.Warning, "{Effect} was chosen for a session that is no longer configured")]
        public static partial void SessionGone(ILogger logger, string effect);

        [LoggerMessage(LogLevel.Warning, "What was seen of {Subject} cannot be remembered: {Reason}")]
        public static partial void CannotRemember(ILogger logger, string subject, string reason);

        [LoggerMessage(LogLevel.Warning, "Start at login was not changed: {Reason}")]
        public static partial void AutostartFailed(ILogger logger, string reason);
    }
}

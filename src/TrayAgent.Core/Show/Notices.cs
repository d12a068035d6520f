using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>The words of every notice. The body always says what to do, because some servers show no buttons.</summary>
internal static class Notices
{
    private const int MostButtons = 3;

    /// <summary>Ahead of an end, or at it.</summary>
    public static Notice Warning(DueWarning warning, Snapshot snapshot) =>
        warning.Cause == WarningCause.Unwritable ? Unwritable(warning.Status) : OfEnd(warning, snapshot);

    private static Notice OfEnd(DueWarning warning, Snapshot snapshot)
    {
        var name = warning.Status.Name;
        var action = Action(warning.Status);
        return new Notice
        {
            Key = NoticeKeys.Session(name),
            Title = Title(warning, snapshot),
            Body = $"{Reason(warning.Status, snapshot)} {Invitation(warning.Status)}",
            Urgency = warning.Cause == WarningCause.PersonNeeded ? Urgency.Critical : Urgency.Normal,
            Buttons =
            [
                action,
                new NoticeButton("Later", new Choice.Later(name)),
                new NoticeButton("Not today", new Choice.NotToday(name)),
            ],
            Default = action.Choice,
        };
    }

    /// <summary>Signing in anew would end in the same file, so no button does it.</summary>
    private static Notice Unwritable(SessionStatus status) => new()
    {
        Key = NoticeKeys.Session(status.Name),
        Title = UnwritableTitle(status),
        Body = $"Its file cannot be written: {Visible.Of(status.Failure!.Text)} Make room for it, or let your user write it.",
        Urgency = Urgency.Normal,
        Buttons =
        [
            new NoticeButton("Later", new Choice.Later(status.Name)),
            new NoticeButton("Not today", new Choice.NotToday(status.Name)),
        ],
    };

    private static string UnwritableTitle(SessionStatus status) => $"{SessionWords.Name(status)} cannot be refreshed";

    /// <summary>Everything that was held while nobody could be told.</summary>
    public static Notice Summary(
        ImmutableArray<DueWarning> due, ImmutableArray<SignInOutcome> outcomes, Snapshot snapshot)
    {
        ImmutableArray<NoticeButton> buttons =
        [
            .. due.Where(warning => warning.Cause != WarningCause.Unwritable).Take(MostButtons).Select(warning =>
            {
                var action = Action(warning.Status);
                return action with { Label = $"{action.Label}: {SessionWords.Name(warning.Status)}" };
            }),
        ];
        var lines = outcomes.Select(outcome => Visible.Of(outcome.Text))
            .Concat(due.Select(warning => $"{Title(warning, snapshot)}."));
        return new Notice
        {
            Key = NoticeKeys.Summary,
            Title = due.Length switch
            {
                0 => "While you were away",
                1 => Title(due[0], snapshot),
                _ => $"{due.Length} sessions need your attention",
            },
            Body = string.Join('\n', lines),
            Urgency = due.Any(warning => warning.Cause == WarningCause.PersonNeeded) ? Urgency.Critical : Urgency.Normal,
            Buttons = buttons,
            Default = buttons.IsEmpty ? null : buttons[0].Choice,
        };
    }

    /// <summary>Host and code, never the whole address: a notice stays on the screen while others look at it.</summary>
    public static Notice Compare(SignInProgress progress)
    {
        var cancel = new Choice.CancelSignIn(progress.Session);
        var host = Visible.Of(progress.Host ?? "", 80);
        return new Notice
        {
            Key = NoticeKeys.SignIn(progress.Session),
            Title = $"Signing in to {SessionWords.Name(progress.Session)}",
            Body = progress.UserCode is { } code
                ? $"Compare this code in your browser: {Visible.Of(code)}\nThe page is on {host}."
                : $"Approve the sign-in in your browser. The page is on {host}.",
            Urgency = Urgency.Normal,
            Icon = TrayIcon.Busy,
            Buttons = [new NoticeButton("Cancel", cancel)],
            Keep = Keep.Transient,
        };
    }

    public static Notice Outcome(SignInOutcome outcome, SessionStatus? status)
    {
        var name = SessionWords.Name(outcome.Session);
        var again = status is { NeedsPerson: true } && outcome.Result != SignInResult.SignedOut
            ? new NoticeButton("Sign in", new Choice.SignIn(outcome.Session))
            : null;
        return new Notice
        {
            Key = NoticeKeys.SignIn(outcome.Session),
            Title = outcome.Result switch
            {
                SignInResult.SignedIn => $"Signed in to {name}",
                SignInResult.SignedOut => $"Signed out of {name}",
                SignInResult.Cancelled => $"Signing in to {name} was cancelled",
                _ => $"Signing in to {name} failed",
            },
            Body = Visible.Of(outcome.Text),
            Urgency = outcome is { Result: SignInResult.SignedIn or SignInResult.SignedOut, LeftFiles: false } ? Urgency.Low : Urgency.Normal,
            Buttons = again is null ? [] : [again],
            Default = again?.Choice,
        };
    }

    public static Notice Repaired(RepairOutcome outcome) => new()
    {
        Key = NoticeKeys.Repair,
        Title = outcome.Result switch
        {
            RepairResult.Repaired => "Repaired",
            RepairResult.Undone => "Undone",
            RepairResult.NotNeeded => "Nothing to repair",
            _ => "Not repaired",
        },
        Body = Visible.Of(outcome.Text),
        Urgency = outcome.Result == RepairResult.Failed ? Urgency.Normal : Urgency.Low,
    };

    /// <summary>Another program took them out of Claude Code's settings.</summary>
    public static Notice LostKeys(Finding finding, IReadOnlyCollection<string> lost, ClaudeSettings claude)
    {
        var putBack = finding.Remedy?.Edit is { } edit
            ? new NoticeButton("Put back", new Choice.WriteSettings(finding.Code, finding.Subject, SettingsChangeWords.Preview(edit, claude)))
            : null;
        return new Notice
        {
            Key = NoticeKeys.LostKeys,
            Title = "Claude settings were removed",
            Body = $"You or another program removed {Some(lost)} from Claude Code's settings. Put back just {(lost.Count == 1 ? "this" : "these")}, "
                + "or run 'trayagent claude fix'.",
            Urgency = Urgency.Normal,
            Buttons = putBack is null ? [] : [putBack, new NoticeButton("Leave it", new Choice.LeaveLostKeys())],
        };
    }

    /// <summary>Notices are small: the first name and how many there are.</summary>
    private static string Some(IReadOnlyCollection<string> keys) => $"'{Visible.Of(keys.Order(StringComparer.Ordinal).First(), 60)}'" + keys.Count switch
    {
        1 => "",
        2 => " and another setting",
        var count => $" and {count - 1} other settings",
    };

    /// <summary>It is said, and not fought.</summary>
    public static Notice Reverted(string file, ImmutableArray<string> keys) => new()
    {
        Key = NoticeKeys.Repair,
        Title = "Another program undid the change",
        Body = $"{Phrase.Names(keys.Select(key => Visible.Of(key)))} in '{Visible.Of(file)}' {(keys.Length == 1 ? "is" : "are")} no longer as "
            + "TrayAgent wrote it. Close the program that writes there, then choose the change again.",
        Urgency = Urgency.Normal,
    };

    public static Notice Status(Assessment assessment) => new()
    {
        Key = NoticeKeys.Status,
        Title = "TrayAgent",
        Body = string.Join('\n', Headline.Lines(assessment)),
        Urgency = Urgency.Low,
        Keep = Keep.Transient,
    };

    /// <summary>A click means renew while there is something to renew, else sign in.</summary>
    private static NoticeButton Action(SessionStatus status) => status.NeedsPerson
        ? new NoticeButton("Sign in", new Choice.SignIn(status.Name))
        : new NoticeButton("Renew", new Choice.Renew(status.Name));

    private static string Title(DueWarning warning, Snapshot snapshot) =>
        warning.Cause == WarningCause.Unwritable ? UnwritableTitle(warning.Status) : Title(warning.Status, snapshot);

    private static string Title(SessionStatus status, Snapshot snapshot)
    {
        var name = SessionWords.Name(status);
        return status switch
        {
            { State: SessionState.SignedOut } => $"{name} is signed out",
            { NeedsPerson: true } => $"{name} needs you to sign in",
            { End: { } end } when end.Earliest <= snapshot.Now => $"{name} may end at any moment",
            { End: { } end } =>
                $"{name} {(end.Basis == EndBasis.Token ? "ends" : "may end")} in {Phrase.Span(Left(end, snapshot))}",
            _ => $"{name} {SessionWords.State(status, snapshot)}",
        };
    }

    private static string Reason(SessionStatus status, Snapshot snapshot) => status switch
    {
        { NeedsPerson: true, Token: { } token } when token.ExpiresAt > snapshot.Now =>
            "AWS says that it has ended; the access token still runs for "
            + $"{Phrase.Span(token.ExpiresAt - snapshot.Now)}, until {Time(token.ExpiresAt, snapshot)}.",
        { NeedsPerson: true, Token: { HasRefreshToken: true } token } =>
            $"{(status.IsRefused ? "AWS says that it has ended" : "It cannot be refreshed any more")}; "
            + $"the access token ended at {Time(token.ExpiresAt, snapshot)}.",
        { NeedsPerson: true, Token: { } token } => $"The session ended at {Time(token.ExpiresAt, snapshot)}.",
        { NeedsPerson: true } => "There is no token for it.",
        { End: { } end } => $"The session ends {Phrase.End(end, snapshot.Now, snapshot.Zone)}.",
        _ => "",
    };

    private static string Invitation(SessionStatus status) => status.NeedsPerson
        ? "Click here to sign in."
        : "Click here to renew it for a full-length session.";

    /// <summary>The deadline comes a few milliseconds late, and an hour ahead would be called 59 minutes.</summary>
    private static TimeSpan Left(EstimatedEnd end, Snapshot snapshot) =>
        TimeSpan.FromSeconds(Math.Round((end.Earliest - snapshot.Now).TotalSeconds));

    private static string Time(DateTimeOffset instant, Snapshot snapshot) =>
        Phrase.Time(instant, snapshot.Now, snapshot.Zone);
}

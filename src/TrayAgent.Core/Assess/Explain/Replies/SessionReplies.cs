using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about a token, by the state of its session now.</summary>
internal static class SessionReplies
{
    private static readonly Version FirstThatNotices = new(2, 1, 178);

    /// <summary>Said of a session that is good now: the error is older than the sign-in.</summary>
    internal static Remedy Restart { get; } = Remedy.Command(
        "Try again; if Claude Code still says it, leave it and go on with a new one.", "claude", "--continue");

    public static Reply Ended(Situation situation) =>
        situation.MissingProfile is not null ? ConfigReplies.NoProfile(situation)
        : situation.MissingSession is { } name ? ConfigReplies.MissingSession(situation, name)
        : situation.MigratedSession is { } migrated ? OfMigrated(situation, migrated)
        : situation.Session is { } status ? OfState(situation, status)
        : NoSession(situation);

    /// <summary>AWS said no to a token that is good by its file.</summary>
    public static Reply Refused(Situation situation) =>
        situation is not { Session: { State: SessionState.Valid } status } ? Ended(situation)
        : situation.Finding(FindingCodes.SessionRegion) is { } region ? Replying.With(region)
        : new Reply(
            $"By its file the token of '{status.Name}' is good until "
            + $"{Phrase.Time(status.Token!.ExpiresAt, situation.Snapshot.Now, situation.Snapshot.Zone)}, so it is newer than the error, "
            + "or AWS has ended the session early.",
            Remedy.Command("Ask AWS which of both it is; a dead token is exchanged or reported.", "trayagent", "doctor", "--online"));

    public static Reply Renewal(Situation situation) =>
        situation.Finding(FindingCodes.TokenNotRefreshable, FindingCodes.SessionNoScopes, FindingCodes.ProfileLegacyFormat) is { } cause
            ? Replying.With(cause)
            : situation.Session is { IsRefreshable: true } status
                ? new Reply($"The token of '{status.Name}' can be refreshed now, so somebody has signed in since.", Restart)
                : Ended(situation);

    /// <summary>The state of the session says what comes first; whoever still looks for the old token must be started anew in any case.</summary>
    private static Reply OfMigrated(Situation situation, SessionStatus status)
    {
        var reply = OfState(situation, status);
        return reply with
        {
            Why = $"'{status.Session.File}' has that start URL in [sso-session {status.Name}], whose token is kept under the name '{status.Name}': "
                + "the program still looks for the token of the legacy format, so it was started before the profile was migrated, or reads another file. "
                + (status.State == SessionState.Valid ? Works(situation, status) + "." : reply.Why),
            Remedy = status.State == SessionState.Valid ? reply.Remedy : reply.Remedy with
            {
                Text = reply.Remedy.Text + " Then restart the program.",
            },
        };
    }

    private static Reply OfState(Situation situation, SessionStatus status) => status.State switch
    {
        SessionState.Valid => new Reply(
            $"{Works(situation, status)}: it was refreshed, or somebody has signed in, since the error. "
            + Notices(situation.Snapshot.ClaudeCode),
            Restart),
        SessionState.Refreshable => new Reply(
            $"'{status.Name}' {SessionWords.State(status, situation.Snapshot)}.",
            Remedy.Command("Refresh it now, without a browser if AWS permits it.", Refresh(situation, status))),
        SessionState.Unknown => new Reply(
            $"'{status.Name}' {SessionWords.State(status, situation.Snapshot)}.",
            Remedy.Command("Ask AWS how it stands.", "trayagent", "doctor", "--online")),
        _ => new Reply(Why(situation, status), Remedies.SignIn(status.Session)),
    };

    /// <remarks>https://github.com/anthropics/claude-code/blob/main/CHANGELOG.md, 2.1.178</remarks>
    private static string Notices(ClaudeCode claude) => claude switch
    {
        ClaudeCode.Found { Version: { } version } when version < FirstThatNotices =>
            $"Claude Code {version} does not notice that while it runs; {FirstThatNotices} and later do.",
        ClaudeCode.Found { Version: { } version } => $"Claude Code {version} notices that by itself, unless it was started before it was updated.",
        _ => $"A Claude Code older than {FirstThatNotices} does not notice that while it runs.",
    };

    /// <summary>The beginning of a sentence.</summary>
    internal static string Works(Situation situation, SessionStatus status) =>
        $"The session '{status.Name}' works now (its access token runs until "
        + $"{Phrase.Time(status.Token!.ExpiresAt, situation.Snapshot.Now, situation.Snapshot.Zone)})";

    private static string Why(Situation situation, SessionStatus status) =>
        (situation.Finding(FindingCodes.TokenSignInNeeded) is { } finding && finding.Subject == status.Name
            ? finding.Message
            : $"The session '{status.Name}' {SessionWords.State(status, situation.Snapshot)}.")
        + (status.Session.Kind == SessionKind.Legacy
            ? " It has the legacy format, which ends after eight hours each time; 'trayagent migrate' changes that."
            : "");

    private static string[] Refresh(Situation situation, SessionStatus status) =>
        (situation.Profile?.Session == status.Name ? situation.Profile.Name : status.Session.Profiles.FirstOrDefault()) is { } profile
            ? ["trayagent", "auth-refresh", "--profile", profile]
            : ["trayagent", "login", "--session", status.Name];

    private static Reply NoSession(Situation situation) => situation switch
    {
        _ when situation.Finding(FindingCodes.ConfigUnreadable, FindingCodes.ProfileUnknownSession, FindingCodes.ClaudeProfileUnknown) is { } cause =>
            Replying.With(cause),
        { Profile: { } profile, Assessment.Sessions.IsEmpty: true } => new Reply(
            $"There is no AWS SSO session in '{situation.Snapshot.Config.ConfigFile}', and the profile '{profile.Name}' does not use one, so the text is about "
            + "another config file or another machine.",
            Remedy.Command("See which files are in use here.", "trayagent", "doctor")),
        { Profile: { } profile } => new Reply(
            $"The profile '{profile.Name}' does not use AWS SSO, so the text is about another one.",
            Remedy.Command("See which sessions there are and which of them need you.", "trayagent", "status")),
        { Assessment.Sessions.IsEmpty: true } => new Reply(
            $"There is no AWS SSO session in '{situation.Snapshot.Config.ConfigFile}'.",
            Remedy.Command("Make one.", "trayagent", "setup")),
        _ => Several(situation),
    };

    /// <summary>Which of them cannot be guessed: a sign-in to the wrong one helps nobody.</summary>
    internal static Reply Several(Situation situation) => new(
        $"There are the sessions {Phrase.Names(situation.Assessment.Sessions.Select(status => status.Name))}, and the text does not say which one it is about.",
        Remedy.Command("See which of them need you.", "trayagent", "status"));
}

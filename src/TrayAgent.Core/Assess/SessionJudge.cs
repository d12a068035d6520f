using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>Judges one session, as design 3 defines its states.</summary>
internal static class SessionJudge
{
    /// <summary>Others write token files in place; what is torn for longer than this will not heal by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static SessionStatus Judge(SsoSession session, Snapshot snapshot, Policy policy, ClaudeUse claude)
    {
        var history = snapshot.History.GetValueOrDefault(session.Name, SessionHistory.Empty);
        var file = snapshot.Cache[session.CacheFileName];
        var token = TokenIn(file, snapshot.Now);
        var failure = history.Failure is { } last && last.Fingerprint == token?.Fingerprint ? last : null;
        var refreshable = token is not null && IsRefreshable(session, token, history, snapshot.Now)
            && failure is not { Obstacle: RefreshObstacle.ClientRefused };
        var state = StateOf(snapshot, file, token, refreshable, failure, history);
        var usedByClaude = claude.Uses(session);
        return new SessionStatus
        {
            Session = session,
            State = state,
            Token = token,
            IsRefreshable = refreshable,
            IsRefused = token is not null && history.Refused.Contains(token.Fingerprint),
            Failure = failure,
            End = state is SessionState.Valid or SessionState.Refreshable
                ? EndJudge.Judge(session, token!, refreshable, history, snapshot, policy)
                : null,
            Matters = usedByClaude || policy.PinnedSessions.Contains(session.Name)
                || IsSignedInToday(file, history, snapshot),
            IsUsedByClaude = usedByClaude,
        };
    }

    /// <summary>One of another home, by its files alone: what AWS refused is remembered there.</summary>
    public static SessionStatus JudgeThere(SsoSession session, OtherHome.Seen home, Snapshot snapshot)
    {
        var file = home.Cache[session.CacheFileName];
        var token = TokenIn(file, snapshot.Now);
        var refreshable = token is not null && IsRefreshable(session, token, SessionHistory.Empty, snapshot.Now);
        var isUsed = home.ClaudeProfile is { } profile && session.Profiles.Contains(profile);
        return new SessionStatus
        {
            Session = session,
            State = StateOf(snapshot with { Cache = home.Cache }, file, token, refreshable, failure: null, SessionHistory.Empty),
            Token = token,
            IsRefreshable = refreshable,
            Matters = isUsed,
            IsUsedByClaude = isUsed,
        };
    }

    private static SessionState StateOf(
        Snapshot snapshot,
        CacheFile? file,
        SsoToken? token,
        bool refreshable,
        RefreshFailure? failure,
        SessionHistory history) => token switch
        {
            null when file is null && snapshot.Cache.Problem is null => SessionState.SignedOut,
            null when file is null or CacheFile.Unreadable => SessionState.Unknown,

            // A registration or foreign content under our name: there is a file, but no token that could be valid.
            null => SessionState.SignInNeeded,
            _ when failure is { Obstacle: RefreshObstacle.EndInDoubt } && (refreshable || token.ExpiresAt > snapshot.Now) =>
                SessionState.Unknown,
            _ when token.ExpiresAt > snapshot.Now && !history.Refused.Contains(token.Fingerprint) => SessionState.Valid,

            // Nobody has said yes or no, so nobody knows.
            _ when refreshable && failure is { Obstacle: RefreshObstacle.NoNetwork or RefreshObstacle.NoAnswer } =>
                SessionState.Unknown,
            _ when refreshable => SessionState.Refreshable,
            _ => SessionState.SignInNeeded,
        };

    private static SsoToken? TokenIn(CacheFile? file, DateTimeOffset now) => file switch
    {
        CacheFile.Token token => token.Content,
        CacheFile.Unreadable { LastGood: CacheFile.Token last } torn when now.Minus(Patience) < torn.Since => last.Content,
        _ => null,
    };

    /// <remarks>
    /// No tool refreshes the token of a legacy session, and neither botocore nor the Rust SDK refreshes one
    /// that does not say when its registration ends.
    /// </remarks>
    private static bool IsRefreshable(SsoSession session, SsoToken token, SessionHistory history, DateTimeOffset now) =>
        session.Kind == SessionKind.SsoSession
        && token is { HasRefreshToken: true, HasClient: true, RegistrationExpiresAt: { } registrationEnd }
        && registrationEnd > now
        && !history.Refused.Contains(token.Fingerprint);

    private static bool IsSignedInToday(CacheFile? file, SessionHistory history, Snapshot snapshot)
    {
        var written = file is CacheFile.Token or CacheFile.Unreadable { LastGood: CacheFile.Token }
            ? file.WrittenAt
            : (DateTimeOffset?)null;
        return (history.SignedInAt ?? (written is { } at ? history.FoundWritten(at) : null)) is { } signedInAt
            && signedInAt.DayIn(snapshot.Zone) == snapshot.Now.DayIn(snapshot.Zone);
    }
}

using TrayAgent.Act.Aws;
using TrayAgent.Act.Refresh;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Files;
using TrayAgent.State;

namespace TrayAgent.Act.Broker;

/// <summary>Makes one session's token good without a person, if that is possible, and remembers what was learned on the way.</summary>
/// <param name="paths">Where the token is.</param>
/// <param name="endpoints">Who refreshes it.</param>
/// <param name="session">The session.</param>
/// <param name="judge">Looks at the machine anew and judges the session.</param>
/// <param name="state">Where refusals and uses are remembered.</param>
/// <param name="time">The clock.</param>
internal sealed class SilentToken(
    AwsPaths paths,
    Endpoints endpoints,
    SsoSession session,
    Func<CancellationToken, Task<SessionStatus>> judge,
    StateFile state,
    TimeProvider time)
{
    /// <summary>A use is not written down at each call: what is learned from it has minutes.</summary>
    private static readonly TimeSpan UseIsNews = TimeSpan.FromMinutes(5);

    private readonly TokenFile _tokens = new(paths, session, time);
    private readonly RefreshFiles _refreshes = new(paths, session, time);

    public async Task<TokenStanding> GetAsync(CancellationToken stop)
    {
        var status = await judge(stop);
        return status.State == SessionState.Valid ? await ReadAsync(TokenOrigin.Found, stop)
            : status.IsRefreshable ? await RefreshAsync(status.Token!.Fingerprint, stop)
            : NeedsPerson(status.Token?.Fingerprint);
    }

    /// <summary>The portal refused a token that is good by its file: it is exchanged if it can be, else remembered as dead.</summary>
    public async Task<TokenStanding> AfterRefusalAsync(string fingerprint, CancellationToken stop)
    {
        var status = await judge(stop);
        if (status.Token?.Fingerprint != fingerprint)
        {
            return await GetAsync(stop);
        }

        // First this: the refusal of a refresh is also an observation of the session's end, but only if it is the first one.
        if (status.IsRefreshable && !WasJustExchanged && await RefreshAsync(fingerprint, stop) is var standing and not TokenStanding.NeedsPerson)
        {
            return standing;
        }

        await RememberAsync(was => was.Refusing(session.Name, fingerprint));
        return NeedsPerson(fingerprint);
    }

    /// <summary>The portal said yes to the token.</summary>
    public Task RememberUseAsync() => RememberAsync(was =>
        IsNews(was.History.GetValueOrDefault(session.Name, SessionHistory.Empty)) ? was.Used(session.Name, time.GetUtcNow()) : was);

    private async Task<TokenStanding> RefreshAsync(string due, CancellationToken stop)
    {
        var outcome = await new TokenRefresh(paths, endpoints, session, time).RefreshAsync(due, stop);
        await RememberAsync(was => IsWorthWriting(outcome, was) ? was.After(outcome, time.GetUtcNow()) : was);
        return outcome.Result switch
        {
            RefreshResult.Refreshed or RefreshResult.FoundFresh => await ReadAsync(TokenOrigin.Fresh, stop),
            RefreshResult.Refused or RefreshResult.ClientRefused or RefreshResult.SignedOut =>
                new TokenStanding.NeedsPerson(outcome.Text, outcome.Fingerprint),
            RefreshResult.Waited => await AfterOtherAsync(due, outcome, stop),
            _ => new TokenStanding.Failed(outcome.Text),
        };
    }

    /// <summary>Another of our processes asked a moment ago: what it heard counts for us, too.</summary>
    private async Task<TokenStanding> AfterOtherAsync(string due, RefreshOutcome outcome, CancellationToken stop) =>
        _tokens.Read() is { } token && token.Fingerprint != due ? await ReadAsync(TokenOrigin.Fresh, stop)
        : _refreshes.RecentAttempt() is (_, RefreshResult.Refused or RefreshResult.ClientRefused)
            ? NeedsPerson(due)
            : new TokenStanding.Failed(outcome.Text);

    /// <summary>A token that came a moment ago and is refused already would not be better after another exchange.</summary>
    private bool WasJustExchanged => _refreshes.RecentAttempt() is (_, RefreshResult.Refreshed);

    private async Task<TokenStanding> ReadAsync(TokenOrigin origin, CancellationToken stop) =>
        await _tokens.ReadSettledAsync(stop) is { } token && token.ExpiresAt > time.GetUtcNow()
            ? new TokenStanding.Good(token, origin)
            : new TokenStanding.Failed($"The token of '{session.Name}' ended or was removed at this moment. Try again.");

    private TokenStanding.NeedsPerson NeedsPerson(string? fingerprint) =>
        new($"'{session.Name}' needs you to sign in: run '{CommandLine.SignIn(session.Name)}'.", fingerprint);

    /// <summary>Thirty who find what one of them refreshed need not write it down thirty times.</summary>
    private bool IsWorthWriting(RefreshOutcome outcome, AgentState was) =>
        outcome.Result != RefreshResult.FoundFresh
        || IsNews(was.History.GetValueOrDefault(session.Name, SessionHistory.Empty))
        || was.History[session.Name].Failure is not null;

    private bool IsNews(SessionHistory history) =>
        history.LastUsedAt is not { } last || last > time.GetUtcNow() || time.GetUtcNow() - last > UseIsNews;

    private async Task RememberAsync(Func<AgentState, AgentState> change)
    {
        try
        {
            var before = state.Read();
            if (!ReferenceEquals(change(before), before))
            {
                // Not with the caller's token: what was learned is remembered also when the caller had enough.
                await state.UpdateAsync(change, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The token is as good or bad as it is, also where nothing can be remembered.
        }
    }
}

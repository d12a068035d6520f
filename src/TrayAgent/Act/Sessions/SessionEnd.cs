using TrayAgent.Act.Aws;
using TrayAgent.Act.Refresh;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Sessions;

/// <summary>
/// Ends the portal session of one token: refreshed first when its own life is over, because an expired token can end nothing.
/// It holds the refresh's lock until it is disposed of, so that no refresh of ours brings back what was ended.
/// </summary>
internal sealed class SessionEnd(
    TokenRefresh refresh, Endpoints endpoints, TokenFile tokens, SignInRequest request, SessionNotes notes, TimeProvider time)
    : IDisposable
{
    /// <summary>With less than this left, it may end between two questions.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    private FileLock? _turn;

    private string Name => request.Session.Name;

    /// <param name="begins">Called right before AWS is asked to end it; from then on nothing is cancelled.</param>
    public async Task<Ending> EndAsync(Action begins, CancellationToken cancellationToken)
    {
        if ((_turn = await refresh.LockAsync(cancellationToken)) is not { } turn)
        {
            return new Ending.NotRefreshed($"Another TrayAgent process has been refreshing the token of '{Name}' for a long time.");
        }

        if (await tokens.ReadSettledAsync(cancellationToken) is not { } token)
        {
            return new Ending.NoToken();
        }

        if (Endpoints.ObstacleOf(Region(token), Name) is { } obstacle)
        {
            return new Ending.Impossible(obstacle);
        }

        var ending = IsGood(token) || !CanBeRefreshed(token) ? await EndAsync(token, begins, cancellationToken) : null;
        return ending switch
        {
            // Its file may be wrong about its end: only the refresh knows whether the session is over.
            null or Ending.WasOver when CanBeRefreshed(token) => await RefreshAndEndAsync(turn, token, begins, cancellationToken),
            Ending.WasOver when token.HasRefreshToken && !IsGood(token) && !request.Refused.Contains(token.Fingerprint) =>
                new Ending.OutOfReach(token),
            _ => ending!,
        };
    }

    public void Dispose() => _turn?.Dispose();

    private string? Region(TokenSecret token) => token.Region ?? request.Session.Region;

    private bool IsGood(TokenSecret token) => token.ExpiresAt.Minus(Enough) > time.GetUtcNow();

    private bool CanBeRefreshed(TokenSecret token) =>
        request.Session.Kind == SessionKind.SsoSession
        && token.Fields is { RefreshToken: not null, ClientId: not null, ClientSecret: not null }
        && !request.Refused.Contains(token.Fingerprint);

    private async Task<Ending> RefreshAndEndAsync(
        FileLock turn, TokenSecret token, Action begins, CancellationToken cancellationToken)
    {
        var outcome = await refresh.RefreshAsync(turn, token.Fingerprint, cancellationToken);
        await notes.RefreshedAsync(outcome);
        return outcome.Result switch
        {
            RefreshResult.Refreshed or RefreshResult.FoundFresh when tokens.Read() is { } fresh =>
                await EndAsync(fresh, begins, cancellationToken),
            RefreshResult.Refused => new Ending.WasOver(token),
            RefreshResult.ClientRefused => new Ending.OutOfReach(token),
            RefreshResult.SignedOut => new Ending.NoToken(),
            _ => new Ending.NotRefreshed(outcome.Text),
        };
    }

    /// <summary>Asks first: a service that does not answer must not be left in doubt about a logout.</summary>
    private async Task<Ending> EndAsync(TokenSecret token, Action begins, CancellationToken cancellationToken)
    {
        using var portal = new Portal(endpoints, Region(token)!, token);
        var alive = await portal.ListAccountsAsync(maximum: 1, cancellationToken);
        if (alive.Fault != ServiceFault.None)
        {
            return alive.Fault == ServiceFault.Refused
                ? new Ending.WasOver(token)
                : new Ending.NotAsked(ServiceAnswer.Reason(alive.Fault));
        }

        begins();
        cancellationToken.ThrowIfCancellationRequested();
        await notes.EndingAsync(Name, token.Fingerprint);
        var (now, fault) = await portal.EndAsync();
        switch (now)
        {
            case PortalSession.Over:
                await notes.EndedAsync(Name, token.Fingerprint);
                return fault == ServiceFault.None ? new Ending.Ended(token) : new Ending.WasOver(token);
            case PortalSession.Alive:
                await notes.GoingOnAsync(Name, token.Fingerprint);
                return new Ending.GoesOn(ServiceAnswer.Reason(fault));
            default:
                return new Ending.InDoubt(ServiceAnswer.Reason(fault));
        }
    }
}

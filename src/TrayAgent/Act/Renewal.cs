using TrayAgent.Core.Decide;

namespace TrayAgent.Act;

/// <summary>Ends one portal session and signs in anew, after everything has been made sure that can be made sure before.</summary>
internal sealed class Renewal(
    SignInAttempt attempt,
    SignInBrowser browser,
    Endpoints endpoints,
    TokenFile tokens,
    SignInRequest request,
    Func<string, string, Task> refused)
{
    private string Name => request.Session.Name;

    public async Task<SignInOutcome> RenewAsync(CancellationToken cancellationToken)
    {
        attempt.Report(SignInStage.Starting);
        return await attempt.ChooseAsync(cancellationToken) switch
        {
            SignInWay.Impossible impossible => attempt.Failed(impossible.Text),
            _ when Obstacle is { } obstacle =>
                attempt.Failed($"{obstacle} So the session '{Name}' was not ended and goes on as before."),
            var way => await RenewAsync(way, cancellationToken),
        };
    }

    private string? Obstacle => request.Page == SignInPage.Opened ? browser.Obstacle() : null;

    private async Task<SignInOutcome> RenewAsync(SignInWay way, CancellationToken cancellationToken)
    {
        if (await tokens.ReadSettledAsync(cancellationToken) is not { } token)
        {
            return await attempt.SignInAsync(way, attempt.EarlierSession(), cancellationToken);
        }

        var region = token.Region ?? request.Session.Region;
        if (Endpoints.ObstacleOf(region, Name) is { } obstacle)
        {
            return attempt.Failed(obstacle);
        }

        using var portal = new Portal(endpoints, region!, token);
        return await EndAsync(portal, cancellationToken) switch
        {
            (PortalSession.Over, ServiceFault.None) => await SignInAnewAsync(token, way, cancellationToken),

            // Dead already: there is nothing to lose.
            (PortalSession.Over, _) => Remember(token, await attempt.SignInAsync(way, EarlierSession(), cancellationToken)),
            (PortalSession.Alive, var fault) => attempt.Failed(
                $"The session '{Name}' was not renewed: {ServiceAnswer.Reason(fault)}. It goes on as before; try again later."),
            (_, var fault) => attempt.Failed(
                $"The session '{Name}' was not renewed, and nobody knows whether it was ended: {ServiceAnswer.Reason(fault)}. "
                + "Try again later."),
        };
    }

    private static SignInOutcome Remember(TokenSecret refused, SignInOutcome outcome) =>
        outcome.Result == SignInResult.SignedIn ? outcome : outcome with { RefusedFingerprint = refused.Fingerprint };

    /// <summary>Asks first: a service that does not answer must not be left in doubt about a logout.</summary>
    private async Task<(PortalSession Now, ServiceFault Fault)> EndAsync(Portal portal, CancellationToken cancellationToken)
    {
        var alive = await portal.ListAccountsAsync(maximum: 1, cancellationToken);
        if (alive.Fault != ServiceFault.None)
        {
            return (alive.Fault == ServiceFault.Refused ? PortalSession.Over : PortalSession.Alive, alive.Fault);
        }

        attempt.Report(SignInStage.SigningOut);
        cancellationToken.ThrowIfCancellationRequested();
        return await portal.EndAsync();
    }

    private async Task<SignInOutcome> SignInAnewAsync(TokenSecret dead, SignInWay way, CancellationToken cancellationToken)
    {
        await refused(Name, dead.Fingerprint);
        var outcome = await SignInAgainAsync(way, cancellationToken);
        return outcome.Result == SignInResult.SignedIn
            ? outcome
            : Remember(dead, outcome) with
            {
                Text = $"{outcome.Text} You are signed out of '{Name}' now: sign in with 'trayagent login --session {Name}'.",
            };
    }

    /// <summary>Whatever ends this, the session before it is over, and that must be said.</summary>
    private async Task<SignInOutcome> SignInAgainAsync(SignInWay way, CancellationToken cancellationToken)
    {
        attempt.Report(SignInStage.Starting);
        try
        {
            return await attempt.SignInAsync(way, PortalSession.Over, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new SignInOutcome(Name, SignInResult.Cancelled, $"The sign-in to '{Name}' was cancelled.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return attempt.Failed($"The sign-in to '{Name}' failed: {Sentence.Reason(e)}.");
        }
    }

    /// <summary>The service refuses an expired token also while its portal session lives; an unexpired one only when it is over.</summary>
    private PortalSession EarlierSession() =>
        attempt.EarlierSession() == PortalSession.Unknown ? PortalSession.Unknown : PortalSession.Over;
}

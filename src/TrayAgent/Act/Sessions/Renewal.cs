using System.Diagnostics;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Oidc;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Sessions;

/// <summary>Ends one portal session and signs in anew, after everything has been made sure that can be made sure before.</summary>
/// <param name="attempt">Signs in anew.</param>
/// <param name="browser">Must be there before anything is ended.</param>
/// <param name="tokens">Must have a place for the new token before anything is ended.</param>
/// <param name="request">Which session.</param>
/// <param name="end">Ends the present one.</param>
internal sealed class Renewal(
    SignInAttempt attempt, SignInBrowser browser, TokenFile tokens, SignInRequest request, Func<SessionEnd> end)
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

    private string? Obstacle => Gap() ?? (request.Page == SignInPage.Opened ? browser.Obstacle() : null) ?? NoPlace();

    /// <summary>The AWS CLI would find out when the present session is over; the token itself still says to which region it belongs.</summary>
    private string? Gap() => request.Session is { StartUrl.Length: > 0, Region.Length: > 0 } ? null : OidcSignIn.ObstacleOf(request.Session);

    /// <summary>A full disk would take the new token, when the old one is worth nothing any more.</summary>
    private string? NoPlace()
    {
        try
        {
            using var place = tokens.Reserve();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{Sentence.Reason(e)}.";
        }
    }

    private async Task<SignInOutcome> RenewAsync(SignInWay way, CancellationToken cancellationToken) =>
        await EndAsync(cancellationToken) switch
        {
            Ending.Ended(var token) => await SignInAnewAsync(token, way, cancellationToken),

            // Dead already: there is nothing to lose.
            Ending.WasOver(var token) => Remember(token, await attempt.SignInAsync(way, PortalSession.Over, cancellationToken)),
            Ending.OutOfReach => WithDoubt(await attempt.SignInAsync(way, PortalSession.Unknown, cancellationToken)),
            Ending.NoToken => await attempt.SignInAsync(way, attempt.EarlierSession(), cancellationToken),
            Ending.GoesOn(var reason) => NotRenewed($": {reason}. It goes on as before; try again later."),
            Ending.NotAsked(var reason) => NotRenewed($": {reason}. It goes on as before; try again later."),
            Ending.InDoubt(var reason) => NotRenewed($", and nobody knows whether it was ended: {reason}. Try again later."),
            Ending.NotRefreshed(var text) => NotRenewed($", because its token has to be refreshed first. {text}"),
            Ending.Impossible(var text) => attempt.Failed(text),
            _ => throw new UnreachableException(),
        };

    /// <summary>The lock is free again before a person is asked to sign in, who may take ten minutes.</summary>
    private async Task<Ending> EndAsync(CancellationToken cancellationToken)
    {
        using var present = end();
        return await present.EndAsync(() => attempt.Report(SignInStage.SigningOut), cancellationToken);
    }

    private SignInOutcome NotRenewed(string why) => attempt.Failed($"The session '{Name}' was not renewed{why}");

    private static SignInOutcome Remember(TokenSecret refused, SignInOutcome outcome) =>
        outcome.Result == SignInResult.SignedIn ? outcome : outcome with { RefusedFingerprint = refused.Fingerprint };

    private SignInOutcome WithDoubt(SignInOutcome outcome) => outcome.Result != SignInResult.SignedIn
        ? outcome
        : outcome with
        {
            Text = $"{outcome.Text} The earlier session could not be ended, because its token was of no use any more; "
                + $"if it was still alive, its end has not moved: '{CommandLine.Renew(Name)}' gives one of full length now.",
        };

    private async Task<SignInOutcome> SignInAnewAsync(TokenSecret dead, SignInWay way, CancellationToken cancellationToken)
    {
        var outcome = await SignInAgainAsync(way, cancellationToken);
        return outcome.Result == SignInResult.SignedIn
            ? outcome
            : Remember(dead, outcome) with
            {
                Text = $"{outcome.Text} You are signed out of '{Name}' now: sign in with '{CommandLine.SignIn(Name)}'.",
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
}

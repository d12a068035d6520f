using System.Diagnostics;
using TrayAgent.Act.Aws;
using TrayAgent.Act.ByCli;
using TrayAgent.Act.Children;
using TrayAgent.Act.Oidc;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Sessions;

/// <summary>One attempt to sign in, from the search for the AWS CLI to the proof.</summary>
internal sealed class SignInAttempt(
    SignInRequest request,
    TokenFile tokens,
    InstalledCli cli,
    CliSignIn byCli,
    OidcSignIn byOurselves,
    SignInProof proof,
    IProgress<SignInProgress> progress,
    TimeProvider time)
{
    private string Name => request.Session.Name;

    public async Task<SignInOutcome> SignInAsync(CancellationToken cancellationToken)
    {
        Report(SignInStage.Starting);
        return await SignInAsync(await ChooseAsync(cancellationToken), EarlierSession(), cancellationToken);
    }

    /// <summary>The AWS CLI where there is one that can sign in to this session, else we do; nothing has happened yet.</summary>
    public async Task<SignInWay> ChooseAsync(CancellationToken cancellationToken)
    {
        string? note = null;
        if (CanBeNamedToCli)
        {
            switch (await cli.FindAsync(request.AwsCli, request.Session.Kind, cancellationToken))
            {
                case CliCheck.Usable usable:
                    return new SignInWay.ByCli(usable);
                case CliCheck.Unusable unusable when cli.IsChosen:
                    note = $"{unusable.Text} So TrayAgent signed in by itself; correct 'awsCli' in its settings.";
                    break;
            }
        }

        return OidcSignIn.ObstacleOf(request.Session) is { } obstacle
            ? new SignInWay.Impossible(obstacle)
            : new SignInWay.ByOurselves(note);
    }

    public async Task<SignInOutcome> SignInAsync(SignInWay way, PortalSession earlier, CancellationToken cancellationToken)
    {
        var before = tokens.Read();
        var failure = way switch
        {
            SignInWay.ByCli(var usable) => await byCli.RunAsync(request, usable, cancellationToken),
            SignInWay.ByOurselves => await byOurselves.RunAsync(request, cancellationToken),
            SignInWay.Impossible(var text) => text,
            _ => throw new UnreachableException(),
        };
        if (failure is not null)
        {
            return Failed(failure);
        }

        var after = await tokens.ReadSettledAsync(cancellationToken);
        if (after is null || after.Fingerprint == before?.Fingerprint || after.ExpiresAt <= time.GetUtcNow())
        {
            return Failed($"The sign-in to '{Name}' seemed to succeed, but '{tokens.FullName}' holds no new token. Sign in again.");
        }

        var outcome = await ProveAsync(before, after, earlier, cancellationToken);
        return way is SignInWay.ByOurselves { Note: { } note } ? outcome with { Text = $"{outcome.Text} {note}" } : outcome;
    }

    /// <summary>
    /// The end of an access token that can be refreshed says nothing about the portal session, and nor does half a file:
    /// a length counted from a sign-in that only joined the earlier session would be too short.
    /// </summary>
    public PortalSession EarlierSession() =>
        tokens.Read() is not { } before ? (tokens.Exists ? PortalSession.Unknown : PortalSession.Over)
        : request.Refused.Contains(before.Fingerprint) ? PortalSession.Over
        : before.ExpiresAt > time.GetUtcNow() ? PortalSession.Alive
        : before.HasRefreshToken ? PortalSession.Unknown
        : PortalSession.Over;

    public void Report(SignInStage stage) => progress.Report(new SignInProgress(Name, stage, null, null));

    public SignInOutcome Failed(string text) => new(Name, SignInResult.Failed, text);

    private async Task<SignInOutcome> ProveAsync(
        TokenSecret? before, TokenSecret after, PortalSession earlier, CancellationToken cancellationToken)
    {
        Report(SignInStage.Proving);
        var (text, fault) = await ProveAsync(after, cancellationToken);
        if (fault == ServiceFault.Refused)
        {
            return Failed(text) with { RefusedFingerprint = after.Fingerprint };
        }

        // A legacy token shows by its end whether the earlier session lived on.
        var reused = earlier == PortalSession.Alive
            && (request.Session.Kind == SessionKind.SsoSession || before?.ExpiresAt == after.ExpiresAt);
        return new SignInOutcome(Name, SignInResult.SignedIn, reused ? $"{text} {HowToRenew}" : text)
        {
            StartedPortalSession = earlier == PortalSession.Over,
        };
    }

    /// <summary>A proof that is cut short takes nothing back: the person is signed in.</summary>
    private async Task<(string Text, ServiceFault Fault)> ProveAsync(TokenSecret token, CancellationToken cancellationToken)
    {
        try
        {
            return await proof.ProveAsync(request, token, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ($"Signed in to '{Name}'; the check of it was cancelled.", ServiceFault.None);
        }
    }

    // A file cannot tell for certain that the earlier session still lived: it may have been revoked.
    private string HowToRenew =>
        "If the earlier session was still alive, its end has not moved: "
        + $"'{CommandLine.Renew(Name)}' gives one of full length.";

    /// <summary>The AWS CLI signs in to a legacy session only by the name of one of its profiles.</summary>
    private bool CanBeNamedToCli => request.Session.Kind == SessionKind.SsoSession
        ? ChildArgument.IsSafe(Name)
        : request.LegacyProfile is { } profile && ChildArgument.IsSafe(profile.Name);
}

using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act;

/// <summary>One attempt to sign in, from the search for the AWS CLI to the proof.</summary>
internal sealed class SignInAttempt(
    SignInRequest request,
    TokenFile tokens,
    InstalledCli cli,
    CliSignIn signIn,
    SignInProof proof,
    IProgress<SignInProgress> progress,
    TimeProvider time)
{
    private string Name => request.Session.Name;

    public async Task<SignInOutcome> SignInAsync(CancellationToken cancellationToken)
    {
        Report(SignInStage.Starting);
        return await CheckAsync(cancellationToken) switch
        {
            CliCheck.Usable usable => await SignInAsync(usable, EarlierSession(), cancellationToken),
            CliCheck.Unusable unusable => Failed(unusable.Text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whether a sign-in can begin at all; nothing has happened yet.</summary>
    public async Task<CliCheck> CheckAsync(CancellationToken cancellationToken) =>
        ObstacleOfName() is { } obstacle
            ? new CliCheck.Unusable(CliFault.Broken, obstacle)
            : await cli.FindAsync(request.AwsCli, request.Session.Kind, cancellationToken);

    public async Task<SignInOutcome> SignInAsync(
        CliCheck.Usable usable, PortalSession earlier, CancellationToken cancellationToken)
    {
        var before = tokens.Read();
        if (await signIn.RunAsync(request, usable, cancellationToken) is { } failure)
        {
            return Failed(failure);
        }

        var after = await tokens.ReadSettledAsync(cancellationToken);
        return after is null || after.Fingerprint == before?.Fingerprint || after.ExpiresAt <= time.GetUtcNow()
            ? Failed($"The AWS CLI reported success, but '{tokens.FullName}' holds no new token for '{Name}'. Sign in again.")
            : await ProveAsync(before, after, earlier, cancellationToken);
    }

    /// <summary>The end of an access token that can be refreshed says nothing about the portal session.</summary>
    public PortalSession EarlierSession() =>
        tokens.Read() is not { } before || request.Refused.Contains(before.Fingerprint) ? PortalSession.Over
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
        + $"'trayagent renew --session {Name}' gives one of full length.";

    private string? ObstacleOfName() =>
        request.Session.Kind == SessionKind.SsoSession
            ? ChildArgument.ObstacleOf(Name)
            : request.LegacyProfile is { } profile
                ? ChildArgument.ObstacleOf(profile.Name)
                : $"No profile with 'sso_start_url = {Sentence.Neutral(Name)}' has a name that can be handed to the AWS CLI. Rename one.";
}

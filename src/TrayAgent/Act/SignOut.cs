using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act;

/// <summary>Ends one portal session and removes its token file and its role credentials; nobody else's files are touched.</summary>
internal sealed class SignOut(AwsPaths paths, Endpoints endpoints, TokenFile tokens, SignInRequest request, TimeProvider time)
{
    private string Name => request.Session.Name;

    public async Task<SignInOutcome> RunAsync(CancellationToken cancellationToken)
    {
        if (!tokens.Exists)
        {
            RemoveRoleCredentials();
            return Done($"You were not signed in to '{Name}'.", null);
        }

        return await tokens.ReadSettledAsync(cancellationToken) is { } token
            ? await EndAsync(token, cancellationToken)
            : Failed($"'{tokens.FullName}' cannot be read, so the session '{Name}' could not be ended. Sign in again, then sign out.");
    }

    private async Task<SignInOutcome> EndAsync(TokenSecret token, CancellationToken cancellationToken)
    {
        var region = token.Region ?? request.Session.Region;
        if (Endpoints.ObstacleOf(region, Name) is { } obstacle)
        {
            return Failed($"The session '{Name}' could not be ended: {obstacle}");
        }

        using var portal = new Portal(endpoints, region!, token);
        cancellationToken.ThrowIfCancellationRequested();

        var (now, fault) = await portal.EndAsync();
        if (now != PortalSession.Over)
        {
            var standing = now == PortalSession.Alive ? "You are still" : "Nobody knows whether you are still";
            return Failed(
                $"{standing} signed in to '{Name}': {ServiceAnswer.Reason(fault)}, so nothing was removed. Try again later.");
        }

        var text = fault == ServiceFault.None ? Ended : AlreadyOver(token);
        try
        {
            tokens.Delete(token);
            RemoveRoleCredentials();
            return Done(text, token.Fingerprint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Done($"{text} But not all of its files could be removed: {Sentence.Reason(e)}.", token.Fingerprint);
        }
    }

    private string Ended =>
        $"Signed out of '{Name}'. Role credentials that programs already hold work until they expire.";

    /// <summary>An expired token cannot end anything: only a refresh would have told whether the session still lives.</summary>
    private string AlreadyOver(TokenSecret token) =>
        token.HasRefreshToken && token.ExpiresAt <= time.GetUtcNow()
            ? $"The token of '{Name}' had expired and is of no use any more; if its session still lived at AWS, it goes on there until its end."
            : $"The session '{Name}' was already over.";

    private void RemoveRoleCredentials()
    {
        foreach (var profile in request.Config.Profiles.Where(IsOfSession))
        {
            var file = Path.Combine(
                paths.CliCache, CacheFileNames.Role(request.Session, profile.AccountId!, profile.RoleName!));
            if (File.Exists(file))
            {
                File.Delete(file);
            }
        }
    }

    private bool IsOfSession(Profile profile) =>
        profile.Session == Name && profile is { AccountId.Length: > 0, RoleName.Length: > 0 };

    private SignInOutcome Done(string text, string? refused) =>
        new(Name, SignInResult.SignedOut, text) { RefusedFingerprint = refused };

    private SignInOutcome Failed(string text) => new(Name, SignInResult.Failed, text);
}

using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Sessions;

/// <summary>Ends one portal session and removes its token file and its role credentials; nobody else's files are touched.</summary>
internal sealed class SignOut(AwsPaths paths, TokenFile tokens, SignInRequest request, SessionEnd end)
{
    private string Name => request.Session.Name;

    public async Task<SignInOutcome> RunAsync(CancellationToken cancellationToken)
    {
        if (!tokens.Exists)
        {
            return Removed($"You were not signed in to '{Name}'.", null, RemoveRoleCredentials());
        }

        return await end.EndAsync(() => { }, cancellationToken) switch
        {
            Ending.Ended(var token) => Remove(token, Ended),
            Ending.WasOver(var token) => Remove(token, $"The session '{Name}' was already over."),
            Ending.OutOfReach(var token) => Remove(
                token,
                $"The token of '{Name}' had expired and is of no use any more; "
                + "if its session still lived at AWS, it goes on there until its end."),
            Ending.GoesOn(var reason) => Failed($"You are still signed in to '{Name}': {reason}, so nothing was removed. Try again later."),
            Ending.NotAsked(var reason) => NobodyKnows($": {reason}, so nothing was removed. Try again later."),
            Ending.InDoubt(var reason) => NobodyKnows($": {reason}, so nothing was removed. Try again later."),
            Ending.NotRefreshed(var text) => NobodyKnows($", so nothing was removed. {text}"),
            Ending.Impossible(var text) => Failed($"The session '{Name}' could not be ended: {text}"),
            Ending.NoToken when !tokens.Exists => Done($"Another program signed you out of '{Name}' meanwhile.", null),
            _ => Failed($"'{tokens.FullName}' cannot be read, so the session '{Name}' could not be ended. Sign in again, then sign out."),
        };
    }

    /// <summary>Still under the lock: a refresh must not put back what is removed.</summary>
    private SignInOutcome Remove(TokenSecret token, string text)
    {
        string[] obstacles = [.. Try(() => tokens.Delete(token)), .. RemoveRoleCredentials()];
        return Removed(text, token.Fingerprint, obstacles);
    }

    private SignInOutcome Removed(string text, string? refused, IEnumerable<string> obstacles) =>
        string.Join(' ', obstacles) is { Length: > 0 } why
            ? Done($"{text} But not all of its files could be removed: {why}", refused) with { LeftFiles = true }
            : Done(text, refused);

    private string Ended =>
        $"Signed out of '{Name}'. Role credentials that programs already hold work until they expire.";

    private SignInOutcome NobodyKnows(string why) => Failed($"Nobody knows whether you are still signed in to '{Name}'{why}");

    /// <summary>What kept some of them from going, a sentence each.</summary>
    private IEnumerable<string> RemoveRoleCredentials() => request.Config.Profiles
        .Where(IsOfSession)
        .Select(profile => Path.Combine(paths.CliCache, CacheFileNames.Role(request.Session, profile.AccountId!, profile.RoleName!)))
        .Distinct()
        .Where(File.Exists)
        .SelectMany(file => Try(() => PatientFile.Delete(file)));

    /// <summary>One that stays is no reason to leave the others.</summary>
    private static string[] Try(Action removal)
    {
        try
        {
            removal();
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [$"{Sentence.Reason(e)}."];
        }
    }

    private bool IsOfSession(Profile profile) =>
        profile.Session == Name && profile is { AccountId.Length: > 0, RoleName.Length: > 0 };

    private SignInOutcome Done(string text, string? refused) =>
        new(Name, SignInResult.SignedOut, text) { RefusedFingerprint = refused };

    private SignInOutcome Failed(string text) => new(Name, SignInResult.Failed, text);
}

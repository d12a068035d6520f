using TrayAgent.Act.Oidc;
using TrayAgent.Core.Decide;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act;

/// <summary>
/// Signs in to sessions, renews them and signs out of them: one at a time per session across all processes.
/// Nothing here throws, prints or shows: a cancelled or failed attempt is an outcome too.
/// </summary>
/// <param name="paths">Where the AWS CLI keeps its files.</param>
/// <param name="environment">Of this process.</param>
/// <param name="settings">As they are at the moment.</param>
/// <param name="browser">Where the person signs in.</param>
/// <param name="refused">
/// Remembers that the token with this fingerprint is dead, of the session with this name. Called before a person is asked to
/// sign in anew: whatever ends this process meanwhile, a token that looks alive must not be shown as that.
/// </param>
/// <param name="time">The clock.</param>
internal sealed class SignIns(
    AwsPaths paths,
    ProcessEnvironment environment,
    Func<AgentSettings> settings,
    SignInBrowser browser,
    Func<string, string, Task> refused,
    TimeProvider time)
{
    public Task<SignInOutcome> SignInAsync(
        SignInRequest request, IProgress<SignInProgress> progress, CancellationToken cancellationToken) =>
        Turn(request, "The sign-in to").TakeAsync(
            progress,
            (told, cancel) => Attempt(request, told).SignInAsync(cancel),
            cancellationToken);

    /// <summary>Ends the portal session and signs in anew: the only way to a session of full length.</summary>
    public Task<SignInOutcome> RenewAsync(
        SignInRequest request, IProgress<SignInProgress> progress, CancellationToken cancellationToken) =>
        Turn(request, "The renewal of").TakeAsync(
            progress,
            (told, cancel) => new Renewal(Attempt(request, told), browser, Endpoints, Tokens(request), request, refused).RenewAsync(cancel),
            cancellationToken);

    /// <summary>Ends one portal session and removes its own files; never what <c>aws sso logout</c> does.</summary>
    public Task<SignInOutcome> SignOutAsync(SignInRequest request, CancellationToken cancellationToken) =>
        Turn(request, "The sign-out of").TakeNowAsync(
            cancel => new SignOut(paths, Endpoints, Tokens(request), request, time).RunAsync(cancel), cancellationToken);

    private Endpoints Endpoints => new(environment, settings());

    private SignInTurn Turn(SignInRequest request, string what) => new(
        new SignInFiles(paths, request.Session, time),
        Tokens(request),
        request.Session,
        $"{what} '{request.Session.Name}'",
        time);

    private TokenFile Tokens(SignInRequest request) => new(paths, request.Session, time);

    private SignInAttempt Attempt(SignInRequest request, IProgress<SignInProgress> progress)
    {
        var current = settings();
        var endpoints = new Endpoints(environment, current);
        var pages = new SignInPageOpener(current, browser, progress);
        return new SignInAttempt(
            request,
            Tokens(request),
            new InstalledCli(paths, environment, current, time),
            new CliSignIn(paths, environment, current, pages, time),
            new OidcSignIn(paths, endpoints, Tokens(request), browser, pages, time),
            new SignInProof(endpoints),
            progress,
            time);
    }
}

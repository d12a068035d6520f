using TrayAgent.Act.Aws;
using TrayAgent.Act.ByCli;
using TrayAgent.Act.Oidc;
using TrayAgent.Act.Refresh;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.Sessions;

/// <summary>
/// Signs in to sessions, renews them and signs out of them: one at a time per session across all processes.
/// Nothing here throws, prints or shows: a cancelled or failed attempt is an outcome too.
/// </summary>
/// <param name="paths">Where the AWS CLI keeps its files.</param>
/// <param name="environment">Of this process.</param>
/// <param name="settings">As they are at the moment.</param>
/// <param name="browser">Where the person signs in.</param>
/// <param name="notes">Of what may not be forgotten when this process ends in the middle.</param>
/// <param name="time">The clock.</param>
internal sealed class SignIns(
    AwsPaths paths,
    ProcessEnvironment environment,
    Func<AgentSettings> settings,
    SignInBrowser browser,
    SessionNotes notes,
    TimeProvider time)
{
    public Task<SignInOutcome> SignInAsync(
        SignInRequest request, IProgress<SignInProgress> progress, CancellationToken cancellationToken) =>
        Turn(request, SignInPurpose.SignIn, "The sign-in to").TakeAsync(
            progress,
            (told, cancel) => Attempt(request, told).SignInAsync(cancel),
            cancellationToken);

    /// <summary>Ends the portal session and signs in anew: the only way to a session of full length.</summary>
    public Task<SignInOutcome> RenewAsync(
        SignInRequest request, IProgress<SignInProgress> progress, CancellationToken cancellationToken) =>
        Turn(request, SignInPurpose.Renew, "The renewal of").TakeAsync(
            progress,
            (told, cancel) => new Renewal(Attempt(request, told), browser, Tokens(request), request, () => End(request))
                .RenewAsync(cancel),
            cancellationToken);

    /// <summary>Ends one portal session and removes its own files; never what <c>aws sso logout</c> does.</summary>
    public Task<SignInOutcome> SignOutAsync(SignInRequest request, CancellationToken cancellationToken) =>
        Turn(request, SignInPurpose.SignOut, "The sign-out of").TakeNowAsync(
            async cancel =>
            {
                using var end = End(request);
                return await new SignOut(paths, Tokens(request), request, end).RunAsync(cancel);
            },
            cancellationToken);

    /// <summary>Asks another process that signs in to the session to give up.</summary>
    public void AskToCancel(SsoSession session) => new SignInFiles(paths, session, time).AskToCancel();

    private Endpoints Endpoints => new(environment, settings());

    private SignInTurn Turn(SignInRequest request, SignInPurpose purpose, string what) => new(
        new SignInFiles(paths, request.Session, time),
        Tokens(request),
        request,
        purpose,
        $"{what} '{request.Session.Name}'",
        time);

    private SessionEnd End(SignInRequest request) => new(
        new TokenRefresh(paths, Endpoints, request.Session, time), Endpoints, Tokens(request), request, notes, time);

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
            new OidcSignIn(paths, Tokens(request), new OidcFlows(endpoints, browser, pages, time), time),
            new SignInProof(endpoints),
            progress,
            time);
    }
}

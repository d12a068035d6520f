using TrayAgent.Core.Decide;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act;

/// <summary>
/// Signs in to sessions, renews them and signs out of them: one at a time per session across all processes.
/// Nothing here throws, prints or shows: a cancelled or failed attempt is an outcome too.
/// </summary>
internal sealed class SignIns(
    AwsPaths paths, ProcessEnvironment environment, Func<AgentSettings> settings, SignInBrowser browser, TimeProvider time)
{
    public Task<SignInOutcome> SignInAsync(
        SignInRequest request, IProgress<SignInProgress> progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Ends the portal session and signs in anew: the only way to a session of full length.</summary>
    public Task<SignInOutcome> RenewAsync(
        SignInRequest request, IProgress<SignInProgress> progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Ends one portal session and removes its own files; never what <c>aws sso logout</c> does.</summary>
    public Task<SignInOutcome> SignOutAsync(SignInRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

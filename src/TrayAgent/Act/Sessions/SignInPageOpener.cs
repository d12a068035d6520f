using System.Diagnostics;
using TrayAgent.Core.Decide;
using TrayAgent.Settings;

namespace TrayAgent.Act.Sessions;

/// <summary>Vets a sign-in page, opens it for the person or tells where it is, and reports that now a person must act.</summary>
internal sealed class SignInPageOpener(AgentSettings settings, SignInBrowser browser, IProgress<SignInProgress> progress)
{
    /// <param name="page">The page to open: preferably the one in which the code is filled in.</param>
    /// <param name="plainPage">The page to tell: without the code.</param>
    /// <param name="userCode">What the person compares or enters; null in the PKCE flow.</param>
    /// <returns>Null when a person can go on; else a sentence that ends the attempt.</returns>
    public async Task<string?> ShowAsync(
        SignInRequest request, string page, string plainPage, string? userCode, CancellationToken cancellationToken) =>
        (Vet(page), Vet(plainPage)) switch
        {
            (SignInUrl.Refused refused, _) => refused.Text,
            (_, SignInUrl.Refused refused) => refused.Text,
            (SignInUrl.Accepted accepted, _) => await ShowAsync(request, accepted, plainPage, userCode, cancellationToken),
            _ => throw new UnreachableException(),
        };

    private SignInUrl Vet(string page) => SignInUrl.Vet(page, settings.TrustedSignInHosts, settings.LoopbackEndpoints);

    private async Task<string?> ShowAsync(
        SignInRequest request, SignInUrl.Accepted page, string plainPage, string? userCode, CancellationToken cancellationToken)
    {
        var name = request.Session.Name;
        var waiting = new SignInProgress(name, SignInStage.WaitingForPerson, page.Host, userCode);
        var obstacle = request.Page == SignInPage.Opened ? await browser.Open(page.Url, cancellationToken) : null;
        if (obstacle is not null && userCode is null)
        {
            return $"{obstacle} Sign in to '{name}' with '--device-code' to open the page elsewhere.";
        }

        progress.Report(
            request.Page == SignInPage.Told || obstacle is not null ? waiting with { Page = plainPage } : waiting);
        return null;
    }
}

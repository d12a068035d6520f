using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Oidc;

/// <summary>Gets a token by the one of the two flows that fits, within ten minutes; where it goes is for others.</summary>
internal sealed class OidcFlows(Endpoints endpoints, SignInBrowser browser, SignInPageOpener pages, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <exception cref="OperationCanceledException">The person cancelled.</exception>
    /// <exception cref="IOException">The registration could not be stored.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task<FlowEnd> RunAsync(SignInRequest request, IRegistrationPlace place, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FlowAsync(request, place, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FlowEnd.Failed(SignInRefusal.NobodyApproved(request.Session, Limit));
        }
    }

    private async Task<FlowEnd> FlowAsync(SignInRequest request, IRegistrationPlace place, CancellationToken cancellationToken)
    {
        using var oidc = endpoints.Oidc(request.Session.Region!);
        var registrations = new ClientRegistrations(place, request.Session, oidc, time);
        return NeedsCode(request)
            ? await new DeviceFlow(oidc, registrations, pages, request, time).RunAsync(cancellationToken)
            : await new PkceFlow(oidc, registrations, pages, request, time).RunAsync(cancellationToken);
    }

    /// <summary>
    /// A legacy session always, as with the AWS CLI; and whoever must open the page by hand, perhaps elsewhere, needs the flow
    /// that does not come back to this machine.
    /// </summary>
    private bool NeedsCode(SignInRequest request) =>
        request.Session.Kind == SessionKind.Legacy
        || request.Flow == SignInFlow.DeviceCode
        || request.Page == SignInPage.Told
        || browser.Obstacle() is not null;
}

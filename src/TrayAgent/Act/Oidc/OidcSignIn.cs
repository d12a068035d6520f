using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Oidc;

/// <summary>Does what <c>aws sso login</c> does, where there is no AWS CLI that could; leaves the files that it would leave.</summary>
internal sealed class OidcSignIn(
    AwsPaths paths, Endpoints endpoints, TokenFile tokens, SignInBrowser browser, SignInPageOpener pages, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>A sentence that says why it cannot even begin; null when it can.</summary>
    public static string? ObstacleOf(SsoSession session) =>
        Endpoints.ObstacleOf(session.Region, session.Name) is { } obstacle ? obstacle
        : string.IsNullOrEmpty(session.StartUrl)
            ? $"'{session.Name}' has no start URL. Add 'sso_start_url' in '{session.File}', line {session.Line}."
        : !session.StartUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? SignInRefusal.NotHttps(session)
        : null;

    /// <summary>Null when there is a new token file; else a sentence that says why not.</summary>
    /// <exception cref="OperationCanceledException">The person cancelled; no token was written.</exception>
    /// <exception cref="IOException">A file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task<string?> RunAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // An approval is good once: a full disk must say so before a person gives it.
            using var place = tokens.Reserve();
            switch (await FlowAsync(request, either.Token))
            {
                case FlowEnd.Token(var fields):
                    place.Commit(TokenText.Compose(fields));
                    return null;
                case FlowEnd.Failed(var text):
                    return text;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SignInRefusal.NobodyApproved(request.Session, Limit);
        }
    }

    private async Task<FlowEnd> FlowAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        var session = request.Session;
        using var oidc = endpoints.Oidc(session.Region!);
        var registrations = new ClientRegistrations(paths, session, oidc, time);
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

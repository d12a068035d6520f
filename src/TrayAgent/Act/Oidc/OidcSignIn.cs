using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Oidc;

/// <summary>Does what <c>aws sso login</c> does, where there is no AWS CLI that could; leaves the files that it would leave.</summary>
internal sealed class OidcSignIn(AwsPaths paths, TokenFile tokens, OidcFlows flows, TimeProvider time)
{
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
        // An approval is good once: a full disk must say so before a person gives it.
        using var place = tokens.Reserve();
        switch (await flows.RunAsync(request, new StoredRegistration(paths, request.Session, time), cancellationToken))
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
}

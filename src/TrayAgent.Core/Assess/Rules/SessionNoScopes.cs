using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Without scopes the service gives no refresh token; information, like the legacy format.</summary>
internal static class SessionNoScopes
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Sessions
        .Where(status => status.Session is { Kind: SessionKind.SsoSession, Scopes.IsEmpty: true })
        .Select(status => new Found(new Finding(
            FindingCodes.SessionNoScopes,
            Severity.Info,
            status.Name,
            $"The session '{status.Name}' asks for no scopes, so its token cannot be refreshed and lasts eight hours at most.",
            Remedies.AddScopes()))
        {
            Session = status.Name,
            File = status.Session.File,
        });
}

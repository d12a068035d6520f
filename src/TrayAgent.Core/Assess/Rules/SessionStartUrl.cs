using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A start URL that is missing, no HTTPS address, or written in a form that makes two sessions of one.</summary>
internal static class SessionStartUrl
{
    public static IEnumerable<Found> Find(Judged judged) =>
        from status in judged.Sessions
        let verdict = Of(judged, status.Session)
        where verdict is not null
        select new Found(new Finding(
            FindingCodes.SessionStartUrl,
            Judged.Weigh(status, verdict.Value.Severity),
            status.Name,
            $"The session '{status.Name}' {verdict.Value.Message}.",
            Remedy.Advice($"Correct 'sso_start_url' at '{status.Session.File}:{status.Session.Line}'.")))
        {
            Session = status.Name,
            File = status.Session.File,
        };

    private static (Severity Severity, string Message)? Of(Judged judged, SsoSession session)
    {
        if (string.IsNullOrWhiteSpace(session.StartUrl))
        {
            return (Severity.Error, "has no 'sso_start_url'");
        }

        if (!Uri.TryCreate(session.StartUrl, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            return (Severity.Error, $"has the start URL '{session.StartUrl}', which is not a web address");
        }

        var permitted = url.IsLoopback && judged.Snapshot.Environment.LoopbackEndpoints == LoopbackEndpoints.Used;
        if (url.Scheme != Uri.UriSchemeHttps && !permitted)
        {
            return (Severity.Error, $"has the start URL '{session.StartUrl}', which does not begin with 'https://'");
        }

        return session.StartUrl.Contains('#', StringComparison.Ordinal)
            ? (Severity.Info,
                $"has a '#' in its start URL '{session.StartUrl}', which some tools drop; they then see another session")
            : null;
    }
}

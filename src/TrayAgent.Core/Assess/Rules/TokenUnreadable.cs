using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A token file that cannot be read, holds no token, or holds one that some SDK cannot read.</summary>
internal static class TokenUnreadable
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Snapshot.Cache.Problem is { } problem)
        {
            yield return new Found(new Finding(
                FindingCodes.TokenUnreadable,
                Severity.Error,
                problem.File,
                $"The token cache '{problem.File}' cannot be read: {problem.Text}",
                Remedy.Advice($"Give your user access to '{problem.File}'.")));
        }

        foreach (var status in judged.Sessions)
        {
            if (Of(judged, status) is { } verdict)
            {
                yield return Found(judged, status, verdict.Severity, verdict.Reason);
            }
        }
    }

    private static (Severity Severity, string Reason)? Of(Judged judged, SessionStatus status) =>
        judged.Snapshot.Cache[status.Session.CacheFileName] switch
        {
            CacheFile.Unreadable torn when status.Token is null => (Severity.Error, $"cannot be read: {torn.Reason}"),
            CacheFile.Registration => (Severity.Error, "holds a client registration and no token."),
            CacheFile.Foreign foreign => (Severity.Error, $"holds no token: {foreign.Description}"),
            CacheFile.Token { Content.Oddities: { IsDefaultOrEmpty: false } oddities } =>
                (Severity.Warning, $"is not readable for every tool: {string.Join(" ", oddities)}"),
            _ => null,
        };

    private static Found Found(Judged judged, SessionStatus status, Severity severity, string reason) => new(new Finding(
        FindingCodes.TokenUnreadable,
        Judged.Weigh(status, severity),
        status.Name,
        $"The token file '{CachePath.Of(judged.Snapshot, status.Session.CacheFileName)}' of '{status.Name}' {reason}",
        Remedies.SignIn(status.Session)))
    {
        Session = status.Name,
    };
}

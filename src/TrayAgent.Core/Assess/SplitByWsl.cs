using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>Windows and a WSL distribution keep their own tokens: who signed in to a session on one side is not signed in on the other.</summary>
internal static class SplitByWsl
{
    public static IEnumerable<Found> Find(Judged judged) =>
        from home in judged.Snapshot.OtherHomes.OfType<OtherHome.Seen>()
        from status in judged.Sessions
        where IsSame(status.Session, home.Config.Session(status.Name))
        let there = Until(home, status.Session, judged.Now)
        where status.NeedsPerson != (there is null)
        select Found(judged, home, status, there);

    /// <summary>Of that name there may be another one.</summary>
    private static bool IsSame(SsoSession here, SsoSession? there) => there is not null && there.StartUrl == here.StartUrl;

    private static DateTimeOffset? Until(OtherHome.Seen home, SsoSession session, DateTimeOffset now) =>
        home.Cache[session.CacheFileName] is CacheFile.Token { Content: var token } && (token.ExpiresAt > now || token.HasRefreshToken)
            ? token.ExpiresAt
            : null;

    private static Found Found(Judged judged, OtherHome.Seen home, SessionStatus status, DateTimeOffset? there) => new(new Finding(
        FindingCodes.HomeSplit,
        there is null ? Severity.Info : Judged.Weigh(status, Severity.Warning),
        status.Name,
        there is null
            ? $"'{status.Name}' is signed in here, but not in {home.Name}, whose home '{home.Folder}' has tokens of its own."
            : $"In {home.Name} '{status.Name}' is signed in, but not here: its home '{home.Folder}' has tokens of its own.",
        Remedy.Advice(there is null
            ? $"Sign in there as well, if you use it there: 'aws sso login --sso-session {status.Name}' in {home.Name}."
            : "Sign in here as well; nothing is copied from there.")))
    {
        Session = status.Name,
        Profiles = status.Session.Profiles,
    };
}

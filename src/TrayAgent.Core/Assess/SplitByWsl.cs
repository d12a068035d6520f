using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>Windows and a WSL distribution keep their own tokens: who signed in to a session on one side is not signed in on the other.</summary>
internal static class SplitByWsl
{
    /// <summary>Of a side that is unknown nothing is said.</summary>
    public static IEnumerable<Found> Find(Judged judged) =>
        from home in judged.Snapshot.OtherHomes.OfType<OtherHome.Seen>()
        from here in judged.Sessions
        let same = home.Config.Session(here.Name)
        where IsSame(here.Session, same)
        let there = SessionJudge.JudgeThere(same, home, judged.Snapshot)
        where (here.Works && there.NeedsPerson) || (here.NeedsPerson && there.Works)
        select here.Works ? OnlyHere(here, home) : OnlyThere(judged, here, home);

    /// <summary>Of that name there may be another one.</summary>
    private static bool IsSame(SsoSession here, SsoSession? there) => there is not null && there.StartUrl == here.StartUrl;

    private static Found OnlyHere(SessionStatus here, OtherHome.Seen home) => Found(
        here,
        Severity.Info,
        $"'{here.Name}' is signed in here, but not in {home.Name}, whose home '{home.Folder}' has tokens of its own.",
        $"Sign in there as well, if you use it there: 'aws sso login --sso-session {here.Name}' in {home.Name}.");

    private static Found OnlyThere(Judged judged, SessionStatus here, OtherHome.Seen home) => Found(
        here,
        Judged.Weigh(here, Severity.Warning),
        $"In {home.Name} '{here.Name}' is signed in, but not here: its home '{home.Folder}' has tokens of its own.",
        "Sign in here as well; nothing is copied from there.");

    private static Found Found(SessionStatus here, Severity severity, string message, string advice) =>
        new(new Finding(FindingCodes.HomeSplit, severity, here.Name, message, Remedy.Advice(advice)))
        {
            Session = here.Name,
            Profiles = here.Session.Profiles,
        };
}

using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Show;

/// <summary>What the other homes of this person hold.</summary>
internal static class OtherHomeLines
{
    public static IEnumerable<string> Of(Snapshot snapshot) => snapshot.OtherHomes.SelectMany(home => home switch
    {
        OtherHome.Seen seen => Of(seen, snapshot),
        _ => [$"{Visible.Of(home.Name)}: not known to run, so it was not looked at"],
    });

    private static IEnumerable<string> Of(OtherHome.Seen home, Snapshot snapshot)
    {
        yield return $"{Visible.Of(home.Name)}: {Visible.Of(home.Folder)}";
        foreach (var session in home.Config.Sessions)
        {
            yield return $"  {Visible.Of(session.Name)}: {State(SessionJudge.JudgeThere(session, home, snapshot), snapshot)}";
        }

        if (home.ClaudeProfile is { } profile)
        {
            yield return $"  Claude Code uses the profile '{Visible.Of(profile)}'";
        }
    }

    /// <summary>By its file alone: what AWS refused is remembered by the tools there.</summary>
    private static string State(SessionStatus there, Snapshot snapshot) => there switch
    {
        { Token: { } token } => $"access token {(token.ExpiresAt > snapshot.Now ? "until" : "ended at")} "
            + Phrase.Time(token.ExpiresAt, snapshot.Now, snapshot.Zone) + (there.IsRefreshable ? ", can be refreshed" : ""),
        { State: SessionState.SignedOut } => "signed out",
        _ => "not known",
    };
}

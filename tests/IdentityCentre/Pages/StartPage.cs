using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;
using static System.Net.WebUtility;

namespace TrayAgent.Loopback.Pages;

/// <summary><c>/start</c>: the portal's home, with the sessions of this browser and a way to sign out.</summary>
internal static class StartPage
{
    public static Reply Show(CentreRequest request, CentreState state)
    {
        var live = Live(request, state);
        return Layout.Page("Your portal sessions", live.Count == 0 ? Nobody : $"""
            {string.Concat(live.Select(Row))}
            <form method="post" action="/start"><div class="buttons">
            <button id="signout">Sign out</button>
            </div></form>
            """);
    }

    public static Reply SignOut(CentreRequest request, CentreState state)
    {
        Live(request, state).ForEach(session => session.End(SessionEnd.Logout));
        return Layout.Message("done", "Signed out", "The portal sessions of this browser have ended.");
    }

    private const string Nobody = """<p id="nobody">Nobody is signed in with this browser.</p>""";

    private static List<PortalSession> Live(CentreRequest request, CentreState state) =>
        state.Sessions.FindAll(session => session.Browser == request.Browser && session.IsLive(state.Now));

    private static string Row(PortalSession session) => $"""
        <dl>
        <dt>Signed in as</dt><dd>{HtmlEncode(session.UserName)}</dd>
        <dt>Start URL</dt><dd>{HtmlEncode(session.StartUrl)}</dd>
        <dt>Since</dt><dd>{session.StartedAt:yyyy-MM-dd HH:mm} UTC</dd>
        <dt>Ends</dt><dd>{session.EndsAt:yyyy-MM-dd HH:mm} UTC</dd>
        </dl>
        """;
}

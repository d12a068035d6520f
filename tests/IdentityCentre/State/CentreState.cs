using System.Collections.Concurrent;

namespace TrayAgent.Loopback.State;

/// <summary>
/// Everything the identity centre remembers.
/// Whoever reads or changes it holds <see cref="Gate"/>: two refreshes at once are judged one after the other.
/// </summary>
internal sealed class CentreState(CentreOptions options, CentreClock clock)
{
    public Lock Gate { get; } = new();

    public CentreOptions Options { get; set; } = options;

    public DateTimeOffset Now => clock.GetUtcNow();

    public string BaseUrl { get; set; } = "";

    public Dictionary<string, Client> Clients { get; } = [];

    public List<DeviceAuthorization> DeviceAuthorizations { get; } = [];

    public Dictionary<string, AuthorizationCode> AuthorizationCodes { get; } = [];

    public List<PortalSession> Sessions { get; } = [];

    public Dictionary<string, AccessToken> AccessTokens { get; } = [];

    public Dictionary<string, RefreshToken> RefreshTokens { get; } = [];

    public Dictionary<string, RoleCredentials> RoleCredentials { get; } = [];

    /// <summary>Every secret ever given out or shown, so that a test can look for leaks.</summary>
    public ConcurrentBag<KnownSecret> Secrets { get; } = [];

    public int RefreshTokenReuses { get; set; }

    public string NewSecret(SecretKind kind)
    {
        var secret = Minted.Secret(kind);
        Secrets.Add(new KnownSecret(kind, secret));
        return secret;
    }

    public PortalSession? LiveSession(string browser, string startUrl) => Sessions.LastOrDefault(session =>
        session.Browser == browser && SameStartUrl(session.StartUrl, startUrl) && session.IsLive(Now));

    /// <summary>The live session of this browser, or a new one: a sign-in during a live one gets no new end.</summary>
    public PortalSession SignIn(string browser, string startUrl, string userName)
    {
        if (LiveSession(browser, startUrl) is { } live)
        {
            return live;
        }

        var now = Now;
        var session = new PortalSession(
            Sessions.Count + 1, browser, startUrl, userName, now, now + Options.PortalSessionLength);
        Sessions.Add(session);
        return session;
    }

    public void EndLiveSessions(SessionEnd reason)
    {
        lock (Gate)
        {
            Sessions.FindAll(session => session.IsLive(Now)).ForEach(session => session.End(reason));
        }
    }

    // '/start', '/start/' and '/start#/' are one portal for the service, though three cache files for the AWS CLI.
    private static bool SameStartUrl(string one, string other) =>
        one.TrimEnd('/', '#').Equals(other.TrimEnd('/', '#'), StringComparison.OrdinalIgnoreCase);
}

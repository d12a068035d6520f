using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Loopback;

namespace TrayAgent.Peers.Tests.Support;

/// <summary>
/// Many sessions of one developer, each signed in to for real, with token files as the AWS CLI writes them.
/// A round of a race is one session: a session that is lost in one round cannot spoil the next.
/// </summary>
internal sealed class Fleet
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    private readonly Machine _machine;

    private Fleet(Machine machine, IReadOnlyList<FleetSession> sessions) => (_machine, Sessions) = (machine, sessions);

    public IReadOnlyList<FleetSession> Sessions { get; }

    public FleetSession Single => Sessions.Single();

    public static async Task<Fleet> SignInAsync(Machine machine, int count, TimeSpan left)
    {
        var sessions = Enumerable.Range(0, count).Select(number => new FleetSession(number, machine.Files.Cache)).ToArray();
        machine.Files.WriteConfig(string.Concat(sessions.Select(session => session.Config)));
        using var client = new SignInClient(machine.Centre);
        foreach (var session in sessions)
        {
            session.Write(await client.SignInAsync(session.StartUrl), left);
        }

        return new Fleet(machine, sessions);
    }

    public bool AreAllRefreshed => Sessions.All(IsRefreshed);

    /// <summary>The service has given a new token and the file holds it.</summary>
    public bool IsRefreshed(FleetSession session) => AtCentre(session).Refreshes > 0 && session.Left() > Fresh;

    public static void Age(TimeSpan left, params IReadOnlyList<FleetSession> sessions)
    {
        foreach (var session in sessions)
        {
            session.Age(left);
        }
    }

    public Task AreRefreshedAsync(params IReadOnlyList<FleetSession> sessions) => Until.TrueAsync(
        () => Task.FromResult(sessions.All(IsRefreshed)),
        $"{sessions.Count} sessions are refreshed",
        TimeSpan.FromSeconds(60 + sessions.Count));

    /// <summary>
    /// Nobody else asks for the last session. When the agents have refreshed it, they have done what they would do to those
    /// before: also the one that came second and might go wrong.
    /// </summary>
    public Task LastIsRefreshedByAgentAsync(TimeSpan left)
    {
        Sessions[^1].Age(left);
        return AreRefreshedAsync(Sessions[^1]);
    }

    /// <summary>What the identity centre knows about the portal session of this round.</summary>
    public PortalSessionView AtCentre(FleetSession session) =>
        _machine.Centre.Sessions.Single(it => it.StartUrl == session.StartUrl);

    /// <summary>Nobody used a refresh token twice, and no session was lost.</summary>
    public void NothingIsLost()
    {
        var broken = Sessions
            .Select(session => (session.Name, View: AtCentre(session)))
            .Where(it => it.View.Reuses > 0 || !it.View.IsLive)
            .Select(it => $"{it.Name}: {it.View.Reuses} reuses, ended by {it.View.EndedBy?.ToString() ?? "nobody"}")
            .ToArray();
        Assert.True(broken.Length == 0, $"{broken.Length} of {Sessions.Count} sessions: {string.Join("; ", broken.Take(10))}");
    }

    public void EachIsRefreshedOnce() => Assert.Equal(
        Sessions.Select(session => (session.Name, 1)), Sessions.Select(session => (session.Name, AtCentre(session).Refreshes)));

    /// <summary>The proof that nothing is lost: the service takes the refresh token that the file holds now.</summary>
    public async Task EachFileStillHoldsAUsableRefreshTokenAsync()
    {
        using var client = new SignInClient(_machine.Centre);
        foreach (var session in Sessions)
        {
            var problem = await client.ProblemOfRefreshAsync(session.Token());
            Assert.True(problem is null, $"The refresh token in the file of '{session.Name}' is refused: {problem}");
        }
    }
}

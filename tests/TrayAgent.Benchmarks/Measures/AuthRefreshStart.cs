using TrayAgent.Benchmarks.Report;

namespace TrayAgent.Benchmarks.Measures;

/// <summary><c>auth-refresh</c> with a good token, the path without network that Claude Code takes most often.</summary>
internal static class AuthRefreshStart
{
    private const string AwsCli = "/usr/bin/aws";
    private const int Rounds = 200;
    private const int RoundsWithPeer = 15;

    public static Task<IReadOnlyList<Row>> RunAsync(string agent, string empty)
    {
        using var home = AwsHome.Temporary(profiles: 10, sessions: 3);
        var nothing = new Candidate(home.Environment, empty);
        var good = Good(home, agent);
        Candidate.TakeTurns(Rounds, nothing, good);
        List<Row> rows =
        [
            Row.Info("'auth-refresh' with a good token, wall (CPU)", Both(good)),
            Row.AtMost("'auth-refresh' : empty program, wall", good.Wall.Median / nothing.Wall.Median, 2, "0.0 'x'"),
            Row.AtMost("'auth-refresh' : empty program, CPU", good.Cpu.Median / nothing.Cpu.Median, 2, "0.0 'x'"),
            .. File.Exists(AwsCli) ? AgainstPeer(home, agent) : [],
            Many(agent),
        ];
        return Task.FromResult<IReadOnlyList<Row>>(rows);
    }

    /// <summary>The first question about a token; a second one within ten minutes would go to the portal.</summary>
    private static Candidate Good(AwsHome home, string agent) =>
        new(home.Environment, agent, "auth-refresh", "--profile", "account-0") { Prepare = home.ForgetAnswers };

    private static IEnumerable<Row> AgainstPeer(AwsHome home, string agent)
    {
        var good = Good(home, agent);
        var peer = new Candidate(home.Environment, AwsCli, "configure", "list-profiles");
        Candidate.TakeTurns(RoundsWithPeer, good, peer);
        yield return Row.AtLeast(
            "'aws configure list-profiles' : 'auth-refresh', wall", peer.Wall.Median / good.Wall.Median, 100, "0 'x'");
    }

    private static Row Many(string agent)
    {
        using var home = AwsHome.Temporary(profiles: 1_000, sessions: 3);
        var good = Good(home, agent);
        Candidate.TakeTurns(Rounds / 4, good);
        return Row.Info("'auth-refresh' with a good token, 1,000 profiles, wall (CPU)", Both(good));
    }

    private static string Both(Candidate candidate) =>
        $"{Row.Text(candidate.Wall.Median, "0.0 'ms'")} ({Row.Text(candidate.Cpu.Median, "0.0 'ms'")})";
}

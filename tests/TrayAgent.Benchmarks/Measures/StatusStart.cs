using TrayAgent.Benchmarks.Report;

namespace TrayAgent.Benchmarks.Measures;

/// <summary><c>status</c> against the least that a native program costs, and against what the AWS CLI takes for less.</summary>
internal static class StatusStart
{
    private const string AwsCli = "/usr/bin/aws";
    private const int Rounds = 200;
    private const int RoundsWithPeer = 15;

    public static Task<IReadOnlyList<Row>> RunAsync(string agent, string empty)
    {
        using var home = AwsHome.Temporary(profiles: 10, sessions: 3);
        var nothing = new Candidate(home.Environment, empty);
        var status = new Candidate(home.Environment, agent, "status");
        Candidate.TakeTurns(Rounds, nothing, status);
        List<Row> rows =
        [
            Row.Info("empty native program, wall (CPU)", Both(nothing)),
            Row.Info("'status', 3 sessions, 10 profiles, wall (CPU)", Both(status)),
            Row.Info("'status' : empty program, wall", Ratio(status.Wall.Median / nothing.Wall.Median)),
            Row.Info("'status' : empty program, CPU", Ratio(status.Cpu.Median / nothing.Cpu.Median)),
            .. File.Exists(AwsCli) ? AgainstPeer(home, agent) : [Row.Info("'aws configure list-profiles'", "not installed")],
        ];
        return Task.FromResult<IReadOnlyList<Row>>(rows);
    }

    private static IEnumerable<Row> AgainstPeer(AwsHome home, string agent)
    {
        var status = new Candidate(home.Environment, agent, "status");
        var peer = new Candidate(home.Environment, AwsCli, "configure", "list-profiles");
        Candidate.TakeTurns(RoundsWithPeer, status, peer);
        yield return Row.Info("'aws configure list-profiles' on the same home, wall (CPU)", Both(peer));
        yield return Row.Info("'aws configure list-profiles' : 'status', wall", Ratio(peer.Wall.Median / status.Wall.Median));
    }

    private static string Both(Candidate candidate) =>
        $"{Row.Text(candidate.Wall.Median, "0.0 'ms'")} ({Row.Text(candidate.Cpu.Median, "0.0 'ms'")})";

    private static string Ratio(double value) => Row.Text(value, "0.0 'x'");
}

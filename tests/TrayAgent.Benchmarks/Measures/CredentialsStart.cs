using TrayAgent.Benchmarks.Report;

namespace TrayAgent.Benchmarks.Measures;

/// <summary><c>credentials</c> against what the AWS CLI has for it, both at an identity centre on this machine.</summary>
internal static class CredentialsStart
{
    private const string AwsCli = "/usr/bin/aws";
    private const int Rounds = 15;

    public static async Task<IReadOnlyList<Row>> RunAsync(string agent)
    {
        if (!File.Exists(AwsCli))
        {
            return [Row.Info("'aws configure export-credentials'", "not installed")];
        }

        await using var home = await SignedInHome.CreateAsync();
        var ours = new Candidate(home.Environment, agent, "credentials", "--profile", "dev");

        // Its own cache would make it a program that reads a file.
        var theirs = new Candidate(home.Environment, AwsCli, "configure", "export-credentials", "--profile", "dev")
        {
            Prepare = home.ForgetRoleCredentials,
        };
        Candidate.TakeTurns(Rounds, ours, theirs);
        return
        [
            Row.Info("'credentials', wall (CPU)", Both(ours)),
            Row.Info("'aws configure export-credentials', wall (CPU)", Both(theirs)),
            Row.Info("'aws configure export-credentials' : 'credentials', wall", Row.Text(theirs.Wall.Median / ours.Wall.Median, "0.0 'x'")),
        ];
    }

    private static string Both(Candidate candidate) =>
        $"{Row.Text(candidate.Wall.Median, "0.0 'ms'")} ({Row.Text(candidate.Cpu.Median, "0.0 'ms'")})";
}

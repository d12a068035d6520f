using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Finds the AWS CLI without starting it; never in the current folder or in a relative entry of the PATH.</summary>
internal static class AwsCliFinder
{
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["aws.exe", "aws.cmd"] : ["aws"];

    /// <param name="configured">The agent's setting <c>awsCli</c>; it is used whatever its version.</param>
    public static AwsCli Find(ProcessEnvironment environment, string home, string? configured) =>
        Find(environment, configured, UsualFolders(environment, home));

    /// <param name="usualFolders">Searched after the PATH.</param>
    public static AwsCli Find(ProcessEnvironment environment, string? configured, IEnumerable<string> usualFolders)
    {
        if (configured is not null)
        {
            return Programs.IsProgram(configured) ? Found(configured) : new AwsCli.Missing();
        }

        // A version 1 that comes first on the PATH would fail at 'aws sso login': any other is better.
        var passed = new List<AwsCli.Found>();
        foreach (var path in Programs.Candidates(environment, Names, usualFolders).Where(Programs.IsProgram))
        {
            var found = Found(path);
            if (found.Version?.Major >= 2)
            {
                return found with { Before = passed.Find(earlier => earlier.Version?.Major < 2)?.Path };
            }

            passed.Add(found);
        }

        return passed.Find(found => found.Version is null) ?? passed.FirstOrDefault<AwsCli>(new AwsCli.Missing());
    }

    private static AwsCli.Found Found(string path) => new(path, AwsCliVersion.Of(path));

    private static string[] UsualFolders(ProcessEnvironment environment, string home) =>
        OperatingSystem.IsWindows()
            ? [Path.Combine(environment["ProgramFiles"] ?? @"C:\Program Files", "Amazon", "AWSCLIV2")]
            :
            [
                "/usr/local/bin", "/opt/homebrew/bin", "/home/linuxbrew/.linuxbrew/bin", "/usr/bin", "/snap/bin",
                Path.Combine(home, ".local", "bin"), Path.Combine(home, "bin"),
            ];
}

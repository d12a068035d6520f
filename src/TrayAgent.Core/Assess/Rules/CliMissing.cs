using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>TrayAgent signs in without it, but "aws sso login" and scripts cannot.</summary>
internal static class CliMissing
{
    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Snapshot.AwsCli is AwsCli.Missing && !judged.Sessions.IsEmpty
            ?
            [
                new Found(new Finding(
                    FindingCodes.CliMissing,
                    Severity.Info,
                    "aws",
                    "'aws' was not found. TrayAgent signs in without it, but commands such as 'aws sso login' cannot run.",
                    Install)),
            ]
            : [];

    internal static Remedy Install { get; } = Remedy.Advice(
        "To use it, install AWS CLI v2 as 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html' says, "
        + "or add it to the PATH.");
}

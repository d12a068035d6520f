using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Signing in needs AWS CLI v2.</summary>
internal static class CliMissing
{
    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Snapshot.AwsCli is AwsCli.Missing && !judged.Sessions.IsEmpty
            ?
            [
                new Found(new Finding(
                    FindingCodes.CliMissing,
                    Severity.Warning,
                    "aws",
                    "'aws' was not found, and signing in needs AWS CLI v2.",
                    Install)),
            ]
            : [];

    internal static Remedy Install { get; } = Remedy.Advice(
        "Install AWS CLI v2 as 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html' says, "
        + "or add it to the PATH.");
}

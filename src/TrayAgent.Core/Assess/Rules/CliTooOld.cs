using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>AWS CLI v1 cannot sign in, and v2 knows [sso-session] only since 2.9; TrayAgent signs in without it.</summary>
internal static class CliTooOld
{
    private static readonly Version V2 = new(2, 0);

    private static readonly Version SsoSessions = new(2, 9);

    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Snapshot.AwsCli is AwsCli.Found { Version: { } version } found && Message(judged, version) is { } message
            ?
            [
                new Found(new Finding(
                    FindingCodes.CliTooOld,
                    Severity.Info,
                    found.Path,
                    $"'{found.Path}' is version {version}, {message}. TrayAgent signs in without it.",
                    CliMissing.Install)),
            ]
            : [];

    private static string? Message(Judged judged, Version version) =>
        judged.Sessions.IsEmpty ? null
        : version < V2 ? "and AWS CLI v1 cannot sign in to AWS SSO"
        : version < SsoSessions && judged.Sessions.Any(status => status.Session.Kind == SessionKind.SsoSession)
            ? "which knows no [sso-session]; that came with 2.9"
        : null;
}

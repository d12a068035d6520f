using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>The installed Claude Code does not recover by itself from a sign-in outside of it, or asks for one in vain.</summary>
/// <remarks>https://github.com/anthropics/claude-code/issues/33156 and /81069</remarks>
internal static class ClaudeVersionTooOld
{
    private static readonly Version SeesSignIns = new(2, 1, 178);

    private static readonly Version AsksThroughProxy = new(2, 1, 239);

    private static readonly string[] Proxies = ["env.HTTPS_PROXY", "env.https_proxy"];

    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Snapshot.ClaudeCode is ClaudeCode.Found { Version: { } version } found
        && judged is { Provider: ClaudeProvider.Bedrock, ClaudeIdentity.Session: not null }
        && Fault(judged, version) is { } fault
            ?
            [
                new Found(new Finding(
                    FindingCodes.ClaudeVersionTooOld,
                    Severity.Warning,
                    found.Path,
                    $"Claude Code {version} {fault}.",
                    ClaudeRemedies.Update)),
            ]
            : [];

    private static string? Fault(Judged judged, Version version) =>
        version < SeesSignIns ? "does not notice a sign-in while it runs and must be started anew; since 2.1.178 it does"
        : version < AsksThroughProxy
            && judged.ClaudeSettings.Text(ClaudeKeys.AuthRefresh) is not null
            && Array.Exists(Proxies, key => judged.ClaudeSettings.Text(key) is not null)
            ? "asks AWS past the proxy whether you are signed in, and opens the browser again and again; since 2.1.239 it does not"
        : null;
}

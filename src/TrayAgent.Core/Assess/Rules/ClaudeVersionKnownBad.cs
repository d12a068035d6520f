using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Versions of Claude Code with a fault that hits this machine.</summary>
/// <remarks>https://github.com/anthropics/claude-code/issues/76701, /77253 and /77138</remarks>
internal static class ClaudeVersionKnownBad
{
    private static readonly Version FirstWithoutBearer = new(2, 1, 94);

    private static readonly Version SecondWithoutBearer = new(2, 1, 95);

    private static readonly Version MixesRegions = new(2, 1, 207);

    private static readonly Version BreaksGateways = new(2, 1, 304);

    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Snapshot.ClaudeCode is ClaudeCode.Found { Version: { } version } found && Fault(judged, version) is { } fault
            ?
            [
                new Found(new Finding(
                    FindingCodes.ClaudeVersionKnownBad,
                    Severity.Warning,
                    found.Path,
                    $"Claude Code {version} {fault}.",
                    ClaudeRemedies.Update)),
            ]
            : [];

    private static string? Fault(Judged judged, Version version)
    {
        var kind = judged.ClaudeIdentity.Kind;
        return version == FirstWithoutBearer || version == SecondWithoutBearer
            ? kind is AwsIdentityKind.BearerToken or AwsIdentityKind.Gateway
                ? "fails with a Bedrock API key or a gateway; 2.1.96 does not"
                : null
            : version == MixesRegions && SsoRegion(judged) is { } region
                && region != ClaudeRegion.Of(judged.ClaudeSettings, judged.ConfigOfClaude).Name
                ? $"asks for SSO credentials in the region of Bedrock instead of '{region}'; 2.1.208 does not"
            : version == BreaksGateways && judged.Provider == ClaudeProvider.Gateway
                ? "sends what some gateways refuse; 2.1.305 does not"
            : null;
    }

    private static string? SsoRegion(Judged judged) =>
        judged.Provider == ClaudeProvider.Bedrock ? judged.ConfigOfClaude.Session(judged.ClaudeIdentity.Session ?? "")?.Region : null;
}

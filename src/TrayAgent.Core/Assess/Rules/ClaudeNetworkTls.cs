using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Proxy and certificate settings that hold for one tool and not for the other, as far as they can be seen without a network.</summary>
/// <remarks>https://code.claude.com/docs/en/network-config</remarks>
internal static class ClaudeNetworkTls
{
    private const string NodeCertificates = "env.NODE_EXTRA_CA_CERTS";

    private const string Verification = "env.NODE_TLS_REJECT_UNAUTHORIZED";

    private static readonly (string Upper, string Lower)[] Proxies =
        [("env.HTTPS_PROXY", "env.https_proxy"), ("env.HTTP_PROXY", "env.http_proxy")];

    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Provider is ClaudeProvider.Bedrock or ClaudeProvider.Gateway
            ? [.. Unverified(judged), .. OneSided(judged), .. Contradicting(judged)]
            : [];

    private static IEnumerable<Found> Unverified(Judged judged)
    {
        if (judged.ClaudeSettings[Verification] is { Text: "0" } off)
        {
            yield return Found(
                off,
                Severity.Warning,
                "'NODE_TLS_REJECT_UNAUTHORIZED' is '0', so Claude Code trusts whoever answers, and hands them your credentials.",
                off.Source.Scope == SettingsScope.User
                    ? ClaudeRemedies.Fix(
                        judged,
                        "Delete it, and name your company's certificate in 'NODE_EXTRA_CA_CERTS'.",
                        [new SettingsChange.Remove(Verification)])
                    : Remedy.Advice("Unset it, and name your company's certificate in 'NODE_EXTRA_CA_CERTS'."));
        }
    }

    /// <summary>Information only: Claude Code also trusts what the system trusts.</summary>
    private static IEnumerable<Found> OneSided(Judged judged)
    {
        var claude = judged.ClaudeSettings;
        if (claude["env.AWS_CA_BUNDLE"] is { IsSet: true } bundle
            && claude.Text(NodeCertificates) is null && claude.Text("env.CLAUDE_CODE_CERT_STORE") is null)
        {
            yield return Found(
                bundle,
                Severity.Info,
                $"The AWS CLI trusts the certificates in '{bundle.Value}' ('AWS_CA_BUNDLE'), Claude Code does not.",
                ClaudeRemedies.Fix(
                    judged,
                    $"Set 'NODE_EXTRA_CA_CERTS' to '{bundle.Value}' in 'env' of '{claude.UserFile}'.",
                    [new SettingsChange.Put(NodeCertificates, bundle.Value)]));
        }
    }

    private static IEnumerable<Found> Contradicting(Judged judged)
    {
        foreach (var (upper, lower) in Proxies)
        {
            if (judged.ClaudeSettings[upper] is { IsSet: true } one
                && judged.ClaudeSettings[lower] is { IsSet: true } other
                && one.Value != other.Value)
            {
                yield return Found(
                    one,
                    Severity.Info,
                    $"'{upper}' is '{one.Value}' and '{lower}' is '{other.Value}', and tools disagree on which of them to use.",
                    Remedy.Advice("Set both to the same proxy."));
            }
        }
    }

    private static Found Found(EffectiveSetting setting, Severity severity, string message, Remedy remedy) =>
        new(new Finding(FindingCodes.ClaudeNetworkTls, severity, setting.Key, message, remedy)) { File = setting.Source.Place };
}

using System.Globalization;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Something redirects AWS calls; we ignore it, other tools follow it.</summary>
internal static class EndpointOverrides
{
    private const string Variable = "AWS_ENDPOINT_URL";

    private const string Key = ClaudeKeys.EnvironmentPrefix + Variable;

    /// <summary>What decides over signing in, identity or Claude; an emulator of another service is nobody's concern.</summary>
    private static readonly string[] Services = ["", "_SSO", "_SSO_OIDC", "_STS", "_BEDROCK", "_BEDROCK_RUNTIME"];

    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Snapshot.Environment.EndpointOverrides
            .Where(found => !IsPermitted(judged, found))
            .Select(found => Found(found, Decides(found.Origin) ? Severity.Warning : Severity.Info))
            .Concat(judged.Config.EndpointOverrides
                .Where(found => !IsPermitted(judged, found))
                .Select(found => Found(found, IsUsedLine(judged, found.Origin) ? Severity.Warning : Severity.Info)))
            .Concat(OfClaude(judged));

    private static Found Found(EndpointOverride found, Severity severity) => new(new Finding(
        FindingCodes.EndpointOverride,
        severity,
        found.Origin,
        $"'{found.Origin}' sends AWS calls to '{Host(found.Url)}'; TrayAgent ignores it, but other tools obey.",
        Remedy.Advice($"Remove '{found.Origin}', unless you mean it.")));

    /// <summary>The SDK inside Claude Code obeys the variables of its settings; those of the shell are found already.</summary>
    private static IEnumerable<Found> OfClaude(Judged judged) => judged.Provider != ClaudeProvider.Bedrock ? []
        : judged.ClaudeSettings.Effective
            .Where(setting => setting is { IsSet: true, Source.Scope: not SettingsScope.Shell } && setting.Key.StartsWith(Key, StringComparison.Ordinal))
            .Select(setting => (Variable: setting.Key[ClaudeKeys.EnvironmentPrefix.Length..], setting.Value, setting.Source))
            .Where(setting => !IsPermitted(judged, new EndpointOverride(setting.Variable, setting.Value)))
            .Select(setting => new Found(new Finding(
                FindingCodes.EndpointOverride,
                Decides(setting.Variable) ? Severity.Warning : Severity.Info,
                ClaudeKeys.EnvironmentPrefix + setting.Variable,
                $"'{setting.Variable}' in '{setting.Source}' sends AWS calls to '{Host(setting.Value)}'; TrayAgent ignores it, but Claude Code obeys.",
                Remedy.Advice($"Remove '{setting.Variable}' from '{setting.Source}', unless you mean it.")))
            {
                File = setting.Source.Place,
                Keys = [ClaudeKeys.EnvironmentPrefix + setting.Variable],
            });

    private static bool IsPermitted(Judged judged, EndpointOverride found) =>
        judged.Snapshot.Environment.LoopbackEndpoints == LoopbackEndpoints.Used
        && Uri.TryCreate(found.Url, UriKind.Absolute, out var url)
        && url.IsLoopback
        && url.Host.Length > 0;

    private static bool Decides(string variable) => Array.Exists(
        Services, service => variable == Variable + service);

    private static bool IsUsedLine(Judged judged, string origin)
    {
        var colon = origin.LastIndexOf(':');
        return colon > 0
            && int.TryParse(origin.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && judged.IsUsedLine(origin[..colon], line);
    }

    /// <summary>Never the whole URL: people write passwords into them.</summary>
    private static string Host(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed.Host : "another address";
}

using System.Globalization;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Something redirects AWS calls; we ignore it, other tools follow it.</summary>
internal static class EndpointOverrides
{
    /// <summary>What decides over signing in, identity or Claude; an emulator of another service is nobody's concern.</summary>
    private static readonly string[] Services = ["", "_SSO", "_SSO_OIDC", "_STS", "_BEDROCK", "_BEDROCK_RUNTIME"];

    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Snapshot.Environment.EndpointOverrides
            .Where(found => !IsPermitted(judged, found))
            .Select(found => Found(found, Decides(found.Origin) ? Severity.Warning : Severity.Info))
            .Concat(judged.Config.EndpointOverrides
                .Where(found => !IsPermitted(judged, found))
                .Select(found => Found(found, IsUsedLine(judged, found.Origin) ? Severity.Warning : Severity.Info)));

    private static Found Found(EndpointOverride found, Severity severity) => new(new Finding(
        FindingCodes.EndpointOverride,
        severity,
        found.Origin,
        $"'{found.Origin}' sends AWS calls to '{Host(found.Url)}'; TrayAgent ignores it, but other tools obey.",
        Remedy.Advice($"Remove '{found.Origin}', unless you mean it.")));

    private static bool IsPermitted(Judged judged, EndpointOverride found) =>
        judged.Snapshot.Environment.LoopbackEndpoints == LoopbackEndpoints.Used
        && Uri.TryCreate(found.Url, UriKind.Absolute, out var url)
        && url.IsLoopback
        && url.Host.Length > 0;

    private static bool Decides(string variable) => Array.Exists(
        Services, service => variable == "AWS_ENDPOINT_URL" + service);

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

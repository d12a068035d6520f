using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>Finds every <c>endpoint_url</c> of a file, also inside the blocks of <c>[services]</c> sections and profiles.</summary>
/// <remarks>https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
internal static class EndpointOverrides
{
    private const string Key = "endpoint_url";

    public static IEnumerable<EndpointOverride> In(IEnumerable<IniSection> sections, string file)
    {
        foreach (var key in sections.SelectMany(section => section.Keys).Where(key => key.LookupName == Key || key.IsBlock).Distinct())
        {
            if (key.LookupName == Key && key.Value.Length > 0)
            {
                yield return new EndpointOverride($"{file}:{key.Line}", key.Value);
            }

            foreach (var nested in key.Block.Where(nested => nested.LookupName == Key && nested.Value.Length > 0))
            {
                yield return new EndpointOverride($"{file}:{nested.Line}", nested.Value) { Service = key.LookupName };
            }
        }
    }
}

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Whether a web address is one of Bedrock's own: a region's, a FIPS one, one inside a VPC, Mantle's.</summary>
/// <remarks>https://docs.aws.amazon.com/general/latest/gr/bedrock.html</remarks>
internal static class BedrockAddress
{
    private static readonly string[] Services = ["bedrock-runtime", "bedrock-runtime-fips", "bedrock-mantle"];

    private static readonly string[] Domains = [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"];

    public static bool Is(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && Array.Exists(Domains, domain => address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
        && address.Host.Split('.').Any(label => Services.Contains(label, StringComparer.OrdinalIgnoreCase));
}

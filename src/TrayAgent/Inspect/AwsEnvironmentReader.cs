using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>What the environment says about AWS; of keys only that they are set.</summary>
internal static class AwsEnvironmentReader
{
    private const string EndpointPrefix = "AWS_ENDPOINT_URL";

    private static readonly string[] CredentialNames = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

    public static AwsEnvironment Read(ProcessEnvironment environment, LoopbackEndpoints loopback) => new()
    {
        Profile = environment["AWS_PROFILE"] ?? environment["AWS_DEFAULT_PROFILE"],
        CredentialVariables = [.. CredentialNames.Where(name => environment[name] is not null)],
        EndpointOverrides =
        [
            .. environment.Variables.Keys
                .Where(name => IsEndpoint(name) && environment[name] is not null)
                .Order(StringComparer.Ordinal)
                .Select(name => new EndpointOverride(name, environment[name]!) { Service = Service(name) }),
        ],
        LoopbackEndpoints = loopback,
    };

    private static bool IsEndpoint(string name) =>
        name == EndpointPrefix || name.StartsWith(EndpointPrefix + "_", StringComparison.Ordinal);

    private static string? Service(string name) =>
        name.Length > EndpointPrefix.Length ? name[(EndpointPrefix.Length + 1)..].ToLowerInvariant() : null;
}

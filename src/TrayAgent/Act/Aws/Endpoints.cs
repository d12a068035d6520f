using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.Aws;

/// <summary>
/// Clients for the three AWS services that a session needs, at AWS's own hosts.
/// An endpoint override would receive the token: only one that names this machine is used, and only if the settings say so.
/// </summary>
internal sealed class Endpoints(ProcessEnvironment environment, AgentSettings settings)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// AWS_CSM_ENABLED, or 'csm_enabled' in the config file, has the SDK report every call by UDP; without keys, as for a token, it fails at that with
    /// a NullReferenceException. https://docs.aws.amazon.com/sdkref/latest/guide/feature-sdk-metrics.html
    /// </summary>
    static Endpoints() => AWSConfigs.CSMConfig.CSMEnabled = false;

    /// <summary>A sentence that says why this region cannot be asked; null when it can.</summary>
    public static string? ObstacleOf(string? region, string session) =>
        string.IsNullOrEmpty(region)
            ? $"'{session}' has no region. Add 'sso_region' to it."
        : !RegionNames.Is(region)
            ? $"'{Sentence.Neutral(region)}' is no AWS region. Correct 'sso_region' of '{session}'."
        : OpenSsl.Obstacle;

    public AmazonSSOOIDCClient Oidc(string region) => Oidc(region, new WholeAnswers());

    /// <param name="answers">For whoever wants to know more of an answer than the SDK tells.</param>
    public AmazonSSOOIDCClient Oidc(string region, WholeAnswers answers)
    {
        var config = At(new AmazonSSOOIDCConfig(), region, "AWS_ENDPOINT_URL_SSO_OIDC");

        // Codes and refresh tokens are good once. When an answer is cut, the SDK would send them again by itself, up to ten
        // times even without retries, and the service may take that for theft and end the session.
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.HttpClientFactory = answers;
        return new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), config);
    }

    public AmazonSSOClient Portal(string region) =>
        new(new AnonymousAWSCredentials(), At(new AmazonSSOConfig(), region, "AWS_ENDPOINT_URL_SSO"));

    public AmazonSecurityTokenServiceClient Sts(string region, AWSCredentials credentials) =>
        new(credentials, At(new AmazonSecurityTokenServiceConfig(), region, "AWS_ENDPOINT_URL_STS"));

    /// <summary>Where the portal of a region is, to ask whether it answers; no token goes there.</summary>
    public Uri PortalAddress(string region) => Address("portal.sso", region, "AWS_ENDPOINT_URL_SSO");

    /// <summary>The same for Bedrock, where Claude Code calls models.</summary>
    public Uri BedrockAddress(string region) => Address("bedrock-runtime", region, "AWS_ENDPOINT_URL_BEDROCK_RUNTIME");

    private Uri Address(string service, string region, string variable) =>
        Override(variable) ?? new Uri($"https://{service}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/");

    private TConfig At<TConfig>(TConfig config, string region, string variable)
        where TConfig : ClientConfig
    {
        // Each value that is not set here is looked up in the user's config file, and a line there that only this SDK
        // dislikes (a comment after a header) would then end everything.
        config.RetryMode = RequestRetryMode.Standard;
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.DisableRequestCompression = true;
        config.RequestMinCompressionSizeBytes = 10240;
        config.ClientAppId = "trayagent";
        config.AccountIdEndpointMode = AccountIdEndpointMode.DISABLED;
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        config.EndpointDiscoveryEnabled = false;
        config.DisableClockSkewCorrection = false;
        config.AuthSchemePreference = ["sigv4"];
        config.IgnoreConfiguredEndpointUrls = true;
        config.UseDualstackEndpoint = false;
        config.UseFIPSEndpoint = false;
        config.AllowAutoRedirect = false;
        config.Timeout = Limit;
        config.MaxErrorRetry = 1;

        // The last of the two that is set wins, so only one is.
        if (Override(variable) is { } url)
        {
            config.ServiceURL = url.AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return config;
    }

    private Uri? Override(string variable) =>
        settings.LoopbackEndpoints == LoopbackEndpoints.Used
            ? Loopback.Parse(environment[variable] ?? environment["AWS_ENDPOINT_URL"])
            : null;
}

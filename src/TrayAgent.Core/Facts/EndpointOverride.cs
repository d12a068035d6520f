namespace TrayAgent.Core.Facts;

/// <summary>A place that redirects AWS calls: an environment variable (<c>AWS_ENDPOINT_URL_SSO</c>) or a line of the config file.</summary>
/// <param name="Origin">The variable's name, or <c>file:line</c>.</param>
/// <param name="Url">As written; not vetted.</param>
public sealed record EndpointOverride(string Origin, string Url)
{
    /// <summary>The only service that it concerns, lower case with underscores (<c>sso_oidc</c>); null when it is for all.</summary>
    public string? Service { get; init; }
}

using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act;

/// <summary>An access token in the hands of the action that needs it; it prints as <c>***</c>.</summary>
internal sealed class TokenSecret(string accessToken, SsoToken facts)
{
    /// <summary>For a request header, for nothing else.</summary>
    public string AccessToken { get; } = accessToken;

    public DateTimeOffset ExpiresAt => facts.ExpiresAt;

    public string? Region => facts.Region;

    public bool HasRefreshToken => facts.HasRefreshToken;

    public string Fingerprint => facts.Fingerprint;

    public override string ToString() => "***";
}

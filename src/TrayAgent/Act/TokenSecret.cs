namespace TrayAgent.Act;

/// <summary>An access token in the hands of the action that needs it; it prints as <c>***</c>.</summary>
internal sealed class TokenSecret(string accessToken)
{
    /// <summary>The bearer token itself: for a request header, for nothing else.</summary>
    public string AccessToken { get; } = accessToken;

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string? Region { get; init; }

    public required bool HasRefreshToken { get; init; }

    /// <summary>As <see cref="Core.Facts.Aws.SsoToken.Fingerprint"/>.</summary>
    public string Fingerprint => Core.Facts.Aws.SsoToken.FingerprintOf(AccessToken);

    public override string ToString() => "***";
}

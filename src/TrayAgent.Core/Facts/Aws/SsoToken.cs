namespace TrayAgent.Core.Facts.Aws;

/// <summary>
/// What a token file says about a session.
/// Holds no secret: the reader keeps the strings and passes on only what a rule may judge.
/// </summary>
public sealed record SsoToken
{
    /// <summary>The end of the access token, which is not the end of the session.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>First 16 hex digits of SHA-1 of the access token: tells two tokens apart, gives neither away.</summary>
    public required string Fingerprint { get; init; }

    public string? StartUrl { get; init; }

    public string? Region { get; init; }

    public bool HasRefreshToken { get; init; }

    /// <summary><c>clientId</c> and <c>clientSecret</c> are both there.</summary>
    public bool HasClient { get; init; }

    /// <summary>The end of the client registration; after it no refresh is possible. Null when not written.</summary>
    public DateTimeOffset? RegistrationExpiresAt { get; init; }

    /// <summary>Why some SDK cannot use this file although we can, as sentences; empty is the rule.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Oddities { get; init; } = [];

    public static string FingerprintOf(string accessToken) => Sha1.Hex(accessToken)[..16];

    public TimeSpan LifeLeft(DateTimeOffset now) => ExpiresAt - now;
}

using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Tokens;

/// <summary>A token file in the hands of the action that needs it; it prints as <c>***</c>.</summary>
/// <param name="fields">What stands in it.</param>
/// <param name="facts">What may be judged of it.</param>
/// <param name="bytes">The whole file, for what other programs added to it.</param>
internal sealed class TokenSecret(TokenFields fields, SsoToken facts, byte[] bytes)
{
    /// <summary>For a request header, for nothing else.</summary>
    public string AccessToken => fields.AccessToken;

    public DateTimeOffset ExpiresAt => facts.ExpiresAt;

    public string? Region => facts.Region;

    public bool HasRefreshToken => facts.HasRefreshToken;

    public string Fingerprint => facts.Fingerprint;

    /// <summary>For the refresh, for nothing else.</summary>
    public TokenFields Fields => fields;

    /// <summary>The file's bytes with these fields in place of its own.</summary>
    public byte[] With(TokenFields changed) => TokenText.Compose(changed, bytes);

    public override string ToString() => "***";
}

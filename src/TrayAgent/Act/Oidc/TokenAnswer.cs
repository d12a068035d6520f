using Amazon.SSOOIDC.Model;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Oidc;

/// <summary>What the service grants, as it goes into the token file.</summary>
internal static class TokenAnswer
{
    /// <summary>Null when the answer holds no token that could be used.</summary>
    public static TokenFields? Fields(CreateTokenResponse answer, SsoSession session, RegisteredClient client, DateTimeOffset now) =>
        answer is { AccessToken.Length: > 0, ExpiresIn: > 0 and var seconds }
            ? new TokenFields
            {
                StartUrl = session.StartUrl,
                Region = session.Region,
                AccessToken = answer.AccessToken,
                ExpiresAt = now.AddSeconds(seconds),
                ClientId = client.Id,
                ClientSecret = client.Secret,
                RegistrationExpiresAt = client.ExpiresAt,
                RefreshToken = string.IsNullOrEmpty(answer.RefreshToken) ? null : answer.RefreshToken,
            }
            : null;
}

using Amazon.SSOOIDC.Model;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Assess;

namespace TrayAgent.Act.Refresh;

/// <summary>The service's answer joined with what it did not say.</summary>
internal static class RefreshedToken
{
    /// <summary>AWS says 1 h; whoever says more would make every tool use a dead token for that long.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(12);

    /// <summary>Null when the answer holds no token.</summary>
    /// <param name="answer">Without a refresh token the old one stays: losing it would end the session.</param>
    /// <param name="old">What was in the file.</param>
    /// <param name="askedAt">The life counts from here: the service began it later, by whatever clock.</param>
    public static TokenFields? From(CreateTokenResponse answer, TokenFields old, DateTimeOffset askedAt) =>
        string.IsNullOrEmpty(answer.AccessToken)
            ? null
            : old with
            {
                AccessToken = answer.AccessToken,
                ExpiresAt = askedAt.Plus(Life(answer.ExpiresIn ?? 0)),
                RefreshToken = string.IsNullOrEmpty(answer.RefreshToken) ? old.RefreshToken : answer.RefreshToken,
            };

    private static TimeSpan Life(int seconds) =>
        TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (int)LongestLife.TotalSeconds));
}

using TrayAgent.Act.Tokens;
using TrayAgent.Core.Assess;

namespace TrayAgent.Act.Refresh;

/// <summary>
/// The SDKs refresh at 15 min (botocore), 6 min (.NET) or 5 min (JavaScript, Rust) before the end, without a lock.
/// Within that time one of them may be at it at this moment, as after a sleep, and AWS may take the second use of a
/// refresh token for theft: so we watch first. Earlier nobody but us refreshes.
/// </summary>
/// <remarks>https://github.com/boto/botocore/blob/develop/botocore/tokens.py; reliability.md 1, findings 7 and 8.</remarks>
internal sealed class OthersTurn(TokenFile tokens, TimeProvider time)
{
    private static readonly TimeSpan TheirWindow = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Null when nobody refreshed while we watched; else the token that somebody put there.</summary>
    public Task<TokenSecret?> WatchAsync(TokenSecret token, CancellationToken cancellationToken) =>
        token.ExpiresAt.Minus(TheirWindow) > time.GetUtcNow()
            ? Task.FromResult<TokenSecret?>(null)
            : ChangedAsync(token, Watch, cancellationToken);

    /// <summary>As above, after our own use of the token was refused: perhaps because another program's was not.</summary>
    public Task<TokenSecret?> AfterRefusalAsync(TokenSecret token) => ChangedAsync(token, AfterRefusal, CancellationToken.None);

    private async Task<TokenSecret?> ChangedAsync(TokenSecret token, TimeSpan span, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            if (tokens.Read() is { } now && now.Fingerprint != token.Fingerprint)
            {
                return now;
            }

            if (time.GetElapsedTime(start) >= span)
            {
                return null;
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }
}

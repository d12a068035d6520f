using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide;

/// <summary>When a token is to be refreshed: not together with other tools, not too late, and never in a loop.</summary>
internal static class RefreshTiming
{
    /// <summary>Between two calls for one session, whatever happened.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMinutes(1);

    /// <summary>An attempt under way for longer than this will not be heard of again.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(2);

    /// <summary>botocore begins at 15 minutes, all others later.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Of the lead: a minute of twenty, so that many machines and sessions do not ask at once.</summary>
    private const double Scatter = 1.0 / 20;

    /// <summary>
    /// Twenty minutes before the token expires, and half-way for one that does not live twice that long:
    /// a new token of a short life must not be due at once.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="writtenAt">When it began to live, as far as its file knows.</param>
    public static DateTimeOffset DueAt(SsoToken token, DateTimeOffset writtenAt)
    {
        var life = token.ExpiresAt - writtenAt;
        var lead = life < TimeSpan.Zero ? TimeSpan.Zero : life < Lead * 2 ? life / 2 : Lead;
        return token.ExpiresAt.Minus(lead).Plus(lead * Scatter * ((2 * Chance(token.Fingerprint)) - 1));
    }

    /// <summary>When the next attempt may be made, by what became of the last.</summary>
    public static DateTimeOffset AllowedAt(RefreshMemory memory, SsoToken token) => memory.LastAt is not { } last
        ? DateTimeOffset.MinValue
        : last.Plus(memory.Fingerprint == token.Fingerprint ? Wait(memory.Failures, token.Fingerprint) : Floor);

    /// <summary>1, 2, 4, 8 and then 10 minutes, and up to a tenth more.</summary>
    private static TimeSpan Wait(int failures, string fingerprint)
    {
        if (failures == 0)
        {
            return Floor;
        }

        var wait = Floor * Math.Pow(2, Math.Min(failures, 5) - 1);
        wait = wait < LongestWait ? wait : LongestWait;
        return wait * (1 + (0.1 * Chance($"{fingerprint} {failures}")));
    }

    /// <summary>From 0 to 1, the same for the same text: Core has no dice, and a fingerprint is as good as one (FNV-1a).</summary>
    /// <remarks>http://www.isthe.com/chongo/tech/comp/fnv/</remarks>
    private static double Chance(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        // Its upper bits hardly change with the last characters of a short text.
        hash ^= hash >> 15;
        return unchecked(hash * 2654435769u) / (double)uint.MaxValue;
    }
}

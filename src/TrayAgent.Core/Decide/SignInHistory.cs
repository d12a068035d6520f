using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Decide;

/// <summary>What is remembered of a sign-in that started a portal session.</summary>
public static class SignInHistory
{
    /// <summary>Longer than this nobody looked (sleep, or no agent), so nobody knows when it was.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(65);

    /// <summary>Everything else that was remembered was about the session before.</summary>
    public static SessionHistory AfterSignIn(DateTimeOffset? signedInAt) =>
        new() { SignedInAt = signedInAt, LastUsedAt = signedInAt };

    /// <summary>Between the last look and this one, by the time of the file; null when that is too long to say.</summary>
    internal static DateTimeOffset? SignedInAt(DateTimeOffset? lastLook, DateTimeOffset? written, DateTimeOffset now)
    {
        if (lastLook is not { } last || now - last > Gap)
        {
            return null;
        }

        return written is { } at && at >= last && at <= now ? at : now;
    }
}

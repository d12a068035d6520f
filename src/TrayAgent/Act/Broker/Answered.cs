using System.Globalization;
using System.Text;

namespace TrayAgent.Act.Broker;

/// <summary>That a token was called good: somebody who asks about it again soon has perhaps seen that it is not.</summary>
/// <param name="Fingerprint">Of the token.</param>
/// <param name="At">When it was last called good.</param>
/// <param name="AskedAt">When the portal was last asked about it and did not refuse it; null: never.</param>
internal sealed record Answered(string Fingerprint, DateTimeOffset At, DateTimeOffset? AskedAt)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OneAnswerForAll = TimeSpan.FromSeconds(30);

    private const int FingerprintLength = 16;
    private const int InstantLength = 15;

    /// <summary>Of the line; always the same, so that writing it over an older one leaves nothing of that.</summary>
    public const int Length = FingerprintLength + 1 + InstantLength + 1 + InstantLength + 1;

    /// <summary>Somebody had the same answer a short while ago, and comes again.</summary>
    public bool WasAnsweredSoonBefore(DateTimeOffset now) => IsWithin(At, Soon, now);

    /// <summary>Thirty who ask at once are answered with one question.</summary>
    public bool WasJustAsked(DateTimeOffset now) => AskedAt is { } asked && IsWithin(asked, OneAnswerForAll, now);

    public byte[] Line() => Encoding.ASCII.GetBytes(
        $"{Fingerprint} {Milliseconds(At)} {Milliseconds(AskedAt ?? DateTimeOffset.UnixEpoch)}\n");

    /// <summary>Null when it is not such a line.</summary>
    public static Answered? Parse(ReadOnlySpan<byte> line)
    {
        if (line.Length < Length)
        {
            return null;
        }

        var fingerprint = Encoding.ASCII.GetString(line[..FingerprintLength]);
        return Instant(line[(FingerprintLength + 1)..]) is { } at && Instant(line[(FingerprintLength + InstantLength + 2)..]) is { } asked
            ? new Answered(fingerprint, at, asked == DateTimeOffset.UnixEpoch ? null : asked)
            : null;
    }

    // Either way: another process may have written it after this one looked at the clock.
    private static bool IsWithin(DateTimeOffset then, TimeSpan span, DateTimeOffset now) => (now - then).Duration() < span;

    private static string Milliseconds(DateTimeOffset instant) =>
        instant.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(ReadOnlySpan<byte> text) =>
        long.TryParse(text[..InstantLength], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}

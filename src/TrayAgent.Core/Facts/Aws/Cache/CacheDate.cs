using System.Globalization;
using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Aws.Cache;

/// <summary>A date as some tool wrote it into a cache file.</summary>
/// <param name="UnreadableBy">What tools cannot read it, as a clause; null when all can.</param>
internal readonly partial record struct CacheDate(DateTimeOffset Value, string? UnreadableBy)
{
    private const int MostFractionDigits = 7;

    /// <summary>The forms that have been seen, see the table in the documentation of the SSO cache; null for anything else.</summary>
    public static CacheDate? Parse(string text)
    {
        // Nearly all are of this form, and a home has thousands.
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var usual))
        {
            return new CacheDate(usual, null);
        }

        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value;
        var digits = fraction.Length > MostFractionDigits ? fraction[..MostFractionDigits] : fraction;
        var clock = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}."
            + digits.PadRight(MostFractionDigits, '0');
        var zone = match.Groups["zone"].Value;
        return DateTime.TryParseExact(
                clock, "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && Offset(zone) is { } offset
            && InRange(local, offset)
            ? new CacheDate(
                new DateTimeOffset(local, offset).ToUniversalTime(), UnreadableFor(match.Groups["gap"].Value, zone))
            : null;
    }

    /// <summary>Without a zone the time is taken for UTC, which every writer means.</summary>
    private static TimeSpan? Offset(string zone)
    {
        if (zone is "" or "Z" or "z" or "UTC" or "GMT")
        {
            return TimeSpan.Zero;
        }

        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60)
            + int.Parse(digits[2..], CultureInfo.InvariantCulture);
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(zone[0] == '-' ? -minutes : minutes);
    }

    private static bool InRange(DateTime local, TimeSpan offset) =>
        offset < TimeSpan.Zero
            ? local < DateTime.MaxValue + offset
            : local > DateTime.MinValue + offset || offset == TimeSpan.Zero;

    /// <remarks>Seen with AWS CLI 2.9 and 2.36, token-providers 3.1166, AWSSDK.Core 4.0.102, config 1.32 of Go.</remarks>
    private static string? UnreadableFor(string gap, string zone) => zone switch
    {
        "" => "the AWS CLI, the Go SDK and the Rust SDK cannot read a date without a zone",
        "UTC" or "GMT" => "the JavaScript SDK, the .NET SDK, the Go SDK and the Rust SDK cannot read a date "
            + $"that ends in '{zone}'",
        "Z" when gap == "T" => null,
        "Z" or "z" => "the .NET SDK, the Go SDK and the Rust SDK cannot read a date with a space in place of the 'T'",
        _ when zone.Contains(':') => "the Rust SDK cannot read a date that does not end in 'Z'",
        _ => "the .NET SDK, the Go SDK and the Rust SDK cannot read a zone without a colon",
    };

    [GeneratedRegex(
        @"^\s*(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<gap>T|t| )(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})"
        + @"([.,](?<fraction>[0-9]{1,18}))? ?(?<zone>Z|z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)?\s*$")]
    private static partial Regex Form();
}

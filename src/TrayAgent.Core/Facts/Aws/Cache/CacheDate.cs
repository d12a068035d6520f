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
        if (Usual(text) is { } usual)
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

    /// <summary>
    /// yyyy-MM-ddTHH:mm:ssZ. .NET's own parser first looks at the names of all months and days;
    /// that is a part of what 'auth-refresh' may take.
    /// </summary>
    private static DateTimeOffset? Usual(string text)
    {
        if (text is not [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, 'Z'])
        {
            return null;
        }

        var (year, month, day) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        var (hour, minute, second) = (Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero)
            : null;
    }

    /// <summary>Negative when it is none.</summary>
    private static int Number(string text, int start, int length)
    {
        var number = 0;
        foreach (var c in text.AsSpan(start, length))
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = (number * 10) + (c - '0');
        }

        return number;
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
        "Z" or "z" when gap == "T" => null,
        "Z" or "z" => "the .NET SDK, the Go SDK and the Rust SDK cannot read a date with a space in place of the 'T'",
        _ when zone.Contains(':') => "the Rust SDK cannot read a date that does not end in 'Z'",
        _ => "the .NET SDK, the Go SDK and the Rust SDK cannot read a zone without a colon",
    };

    [GeneratedRegex(
        @"^\s*(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<gap>T|t| )(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})"
        + @"([.,](?<fraction>[0-9]{1,18}))? ?(?<zone>Z|z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)?\s*$")]
    private static partial Regex Form();
}

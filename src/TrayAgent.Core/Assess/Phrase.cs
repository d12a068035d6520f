using System.Globalization;

namespace TrayAgent.Core.Assess;

/// <summary>Spans, instants and lists as words, in the user's time zone.</summary>
public static class Phrase
{
    /// <summary>"40 s", "15 min", "1 h 5 min", "3 days"; rounded down, so that nothing is promised.</summary>
    public static string Span(TimeSpan span)
    {
        var whole = span.Duration();
        return whole < TimeSpan.FromMinutes(1) ? Text($"{whole.Seconds} s")
            : whole < TimeSpan.FromHours(1) ? Text($"{whole.Minutes} min")
            : whole < TimeSpan.FromDays(1) && whole.Minutes == 0 ? Text($"{whole.Hours} h")
            : whole < TimeSpan.FromDays(1) ? Text($"{whole.Hours} h {whole.Minutes} min")
            : whole < TimeSpan.FromDays(2) ? "1 day"
            : Text($"{(int)whole.TotalDays} days");
    }

    /// <summary>"17:00" today, "17:00 tomorrow", "17:00 yesterday", else "17:00 on 2026-11-25".</summary>
    public static string Time(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return (instant.DayIn(zone).DayNumber - now.DayIn(zone).DayNumber) switch
        {
            0 => time,
            1 => $"{time} tomorrow",
            -1 => $"{time} yesterday",
            _ => $"{time} on {local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>"at 17:00", or what an estimate can say: "between 17:00 and 17:40, observed 5 times".</summary>
    public static string End(EstimatedEnd end, DateTimeOffset now, TimeZoneInfo zone) => end.Basis switch
    {
        EndBasis.Token => $"at {Time(end.Earliest, now, zone)}",
        EndBasis.Configured => $"at about {Time(end.Earliest, now, zone)}, as configured",
        _ => $"between {Time(end.Earliest, now, zone)} and {Time(end.Latest, now, zone)}, observed "
            + (end.Observations == 1 ? "once" : Text($"{end.Observations} times")),
    };

    /// <summary>"'a'", "'a' and 'b'", "'a', 'b' and 'c'".</summary>
    public static string Names(IEnumerable<string> names)
    {
        var quoted = names.Select(name => $"'{name}'").ToList();
        return quoted.Count < 2
            ? string.Concat(quoted)
            : $"{string.Join(", ", quoted.SkipLast(1))} and {quoted[^1]}";
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}

namespace TrayAgent.Core.Assess;

/// <summary>Arithmetic with instants that stays within what an instant can be: a file may hold any date.</summary>
public static class Instants
{
    public static DateTimeOffset Plus(this DateTimeOffset instant, TimeSpan span)
    {
        var ticks = (Int128)instant.UtcTicks + span.Ticks;
        return ticks <= DateTimeOffset.MinValue.UtcTicks ? DateTimeOffset.MinValue
            : ticks >= DateTimeOffset.MaxValue.UtcTicks ? DateTimeOffset.MaxValue
            : new DateTimeOffset((long)ticks, TimeSpan.Zero);
    }

    public static DateTimeOffset Minus(this DateTimeOffset instant, TimeSpan span) =>
        instant.Plus(span == TimeSpan.MinValue ? TimeSpan.MaxValue : -span);

    /// <summary>The calendar day that it falls on for the user.</summary>
    public static DateOnly DayIn(this DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The user's next midnight.</summary>
    public static DateTimeOffset NextMidnight(this DateTimeOffset instant, TimeZoneInfo zone) =>
        instant.Next(TimeOnly.MinValue, zone);

    /// <summary>The first instant after this one at which the user's clock shows the given time.</summary>
    public static DateTimeOffset Next(this DateTimeOffset instant, TimeOnly time, TimeZoneInfo zone)
    {
        var day = instant.DayIn(zone);
        for (var ahead = 0; ahead <= 2 && day < DateOnly.MaxValue.AddDays(-2); ahead++)
        {
            var found = At(day.AddDays(ahead), time, zone);
            if (found > instant)
            {
                return found;
            }
        }

        return DateTimeOffset.MaxValue;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);

        // Where the clock is put forward over that time, the day (or the quiet hours) begin with the first time there is.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

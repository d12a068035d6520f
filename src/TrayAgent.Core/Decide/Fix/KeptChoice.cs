using System.Collections.Immutable;
using System.Globalization;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>Which earlier content of a file somebody means by <c>--to</c>: a closed set.</summary>
public abstract record KeptChoice
{
    private static readonly string[] Times =
    [
        "HH:mm", "HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss",
    ];

    private KeptChoice()
    {
    }

    public sealed record Found(KeptState State) : KeptChoice;

    /// <summary>At that time the file was as we left it last.</summary>
    public sealed record Unchanged(string Text) : KeptChoice;

    /// <param name="Text">What is wrong with it, with what could be meant.</param>
    public sealed record Wrong(string Text) : KeptChoice;

    /// <param name="to">A number of <c>--list</c>, or a time: in the person's zone, or in UTC with a 'Z'.</param>
    /// <param name="states">What is kept.</param>
    /// <param name="now">For a time without a date.</param>
    /// <param name="zone">The person's.</param>
    public static KeptChoice Of(string to, ImmutableArray<KeptState> states, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return states.FirstOrDefault(state => state.Number == number) is { } named
                ? new Found(named)
                : new Wrong($"There is no number {number}: {Numbers(states)}");
        }

        if (Instant(to, now, zone) is not { } at)
        {
            return new Wrong($"'--to' takes a number of 'trayagent claude undo --list', or a time like '14:30' or '{now.Year}-01-31 14:30', "
                + $"and not '{Visible.Of(to, 80)}'.");
        }

        // What an edit found had been there since the edit before it.
        return states.OrderBy(state => state.Number).FirstOrDefault(state => state.At >= at) is { } then
            ? new Found(then)
            : new Unchanged($"TrayAgent has changed nothing since {KeptStates.When(at, zone)}.");
    }

    private static DateTimeOffset? Instant(string text, DateTimeOffset now, TimeZoneInfo zone) =>
        text.EndsWith('Z') ? InZone(text[..^1], now, TimeZoneInfo.Utc) : InZone(text, now, zone);

    private static DateTimeOffset? InZone(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var local))
        {
            return null;
        }

        // A time alone has the first day of all; a date at either end of time cannot be reckoned in every zone.
        var isTime = !text.Contains('-', StringComparison.Ordinal);
        if (!isTime && local.Year is (< 1970 or > 9000))
        {
            return null;
        }

        var day = isTime ? TimeZoneInfo.ConvertTime(now, zone).Date + local.TimeOfDay : local;
        return new DateTimeOffset(day, zone.GetUtcOffset(day));
    }

    private static string Numbers(ImmutableArray<KeptState> states) => states.Length == 0
        ? "nothing is kept, because TrayAgent has not changed the file."
        : $"kept are {string.Join(", ", states.Select(state => state.Number).Order())}.";
}

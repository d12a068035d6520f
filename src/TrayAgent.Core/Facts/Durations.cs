using System.Globalization;

namespace TrayAgent.Core.Facts;

/// <summary>Lengths of time as people write them on the command line and in the settings: <c>90m</c>, <c>8h</c>, <c>2d</c>.</summary>
public static class Durations
{
    /// <summary>What a message says about the form.</summary>
    public const string Form = "a whole number with 'm', 'h' or 'd', for example '90m', '8h' or '2d'";

    private const int MostDays = 3650;

    /// <summary>Null when it is not in that form, negative, or over ten years.</summary>
    public static TimeSpan? TryParse(string text)
    {
        if (text.Length < 2
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var span = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => number <= MostDays * 24 ? TimeSpan.FromHours(number) : TimeSpan.MaxValue,
            'd' => number <= MostDays ? TimeSpan.FromDays(number) : TimeSpan.MaxValue,
            _ => TimeSpan.MaxValue,
        };
        return span <= TimeSpan.FromDays(MostDays) ? span : null;
    }
}

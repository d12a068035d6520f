namespace TrayAgent.Core.Tests.Decide.Year;

/// <summary>Times at which something is away, in order and without overlap.</summary>
internal sealed class Spells(IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> spells)
{
    private readonly (DateTimeOffset From, DateTimeOffset Until)[] _spells = [.. spells];

    public static Spells None { get; } = new([]);

    /// <summary>So many a week, of 2 minutes to <paramref name="longest"/>.</summary>
    public static Spells AtRandom(Random random, DateTimeOffset start, int perWeek, TimeSpan longest)
    {
        var spells = new List<(DateTimeOffset, DateTimeOffset)>();
        for (var at = start; at < start.AddDays(YearOfMachine.Days);)
        {
            at += TimeSpan.FromDays(random.NextDouble() * 14 / perWeek);
            var until = at + TimeSpan.FromMinutes(2) + (random.NextDouble() * longest);
            spells.Add((at, until));
            at = until;
        }

        return new Spells(spells);
    }

    /// <summary>From 18:00 to 09:00, and from Friday to Monday.</summary>
    public static Spells Nights(DateTimeOffset start)
    {
        var days = Enumerable.Range(0, YearOfMachine.Days).Select(day => start.Date.AddDays(day))
            .Where(day => day.DayOfWeek is not DayOfWeek.Saturday and not DayOfWeek.Sunday);
        return new Spells(days.Select(day => (
            new DateTimeOffset(day.AddHours(18), TimeSpan.Zero),
            new DateTimeOffset(day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1).AddHours(9), TimeSpan.Zero))));
    }

    public IEnumerable<DateTimeOffset> Changes => _spells.SelectMany(spell => new[] { spell.From, spell.Until });

    public bool Covers(DateTimeOffset at) => Touches(at, at);

    public bool Touches(DateTimeOffset from, DateTimeOffset until)
    {
        var next = FirstEndingAfter(from);
        return next < _spells.Length && _spells[next].From <= until;
    }

    /// <summary>The end of the spell that covers that instant; null: none does.</summary>
    public DateTimeOffset? EndAt(DateTimeOffset at) => Covers(at) ? _spells[FirstEndingAfter(at)].Until : null;

    /// <summary>When the first one after that instant begins.</summary>
    public DateTimeOffset NextFrom(DateTimeOffset at) =>
        _spells.Length > FirstEndingAfter(at) ? _spells[FirstEndingAfter(at)].From : DateTimeOffset.MaxValue;

    private int FirstEndingAfter(DateTimeOffset at)
    {
        var (low, high) = (0, _spells.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spells[middle].Until > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

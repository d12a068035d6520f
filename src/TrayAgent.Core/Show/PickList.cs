using System.Collections.Immutable;

namespace TrayAgent.Core.Show;

/// <summary>A list in which one moves with the arrow keys and which typing narrows.</summary>
public sealed record PickList
{
    private readonly ImmutableArray<string> _items;

    /// <param name="items">As they are shown.</param>
    /// <param name="start">Where the cursor is at first.</param>
    public PickList(ImmutableArray<string> items, int start = 0) =>
        (_items, Matches, Cursor) = (items, [.. Enumerable.Range(0, items.Length)], Math.Clamp(start, 0, Math.Max(0, items.Length - 1)));

    /// <summary>What was typed.</summary>
    public string Filter { get; private init; } = "";

    /// <summary>The places in the list of what contains all words that were typed.</summary>
    public ImmutableArray<int> Matches { get; private init; }

    /// <summary>The place among the matches.</summary>
    public int Cursor { get; private init; }

    /// <summary>The place in the list; null when nothing matches.</summary>
    public int? Chosen => Matches.IsEmpty ? null : Matches[Cursor];

    public int Count => _items.Length;

    /// <summary>From the last to the first and back.</summary>
    public PickList Moved(int by) => Matches.IsEmpty ? this : this with { Cursor = (((Cursor + by) % Matches.Length) + Matches.Length) % Matches.Length };

    /// <summary>By a page, not beyond the ends.</summary>
    public PickList MovedWithin(int by) => Matches.IsEmpty ? this : this with { Cursor = Math.Clamp(Cursor + by, 0, Matches.Length - 1) };

    public PickList Typed(char character) => Narrowed(Filter + character);

    public PickList Erased() => Filter.Length == 0 ? this : Narrowed(Filter[..^1]);

    public PickList Cleared() => Narrowed("");

    /// <summary>As many lines as fit, the one with the cursor among them.</summary>
    public ImmutableArray<(string Text, bool IsChosen)> Window(int height)
    {
        var first = Math.Clamp(Cursor - (height / 2), 0, Math.Max(0, Matches.Length - height));
        return
        [
            .. Matches.Skip(first).Take(height).Select((place, index) => (_items[place], first + index == Cursor)),
        ];
    }

    /// <summary>The cursor stays on what it was on, if that still matches.</summary>
    private PickList Narrowed(string filter)
    {
        var words = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<int> matches =
        [
            .. Enumerable.Range(0, _items.Length)
                .Where(place => words.All(word => _items[place].Contains(word, StringComparison.OrdinalIgnoreCase))),
        ];
        var cursor = Chosen is { } chosen ? Math.Max(0, matches.IndexOf(chosen)) : 0;
        return this with { Filter = filter, Matches = matches, Cursor = cursor };
    }
}

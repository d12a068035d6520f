using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What the agent remembers of our own keys in the user's settings. Plain members only: it is in the state file.</summary>
public sealed record KnownKeys
{
    public static KnownKeys Nothing { get; } = new();

    /// <summary>Full path of the settings file that the rest is about; null: none was seen yet.</summary>
    public string? File { get; init; }

    /// <summary>What was in it when it worked.</summary>
    public ImmutableDictionary<string, string> Keys { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What vanished without a person, and can be put back.</summary>
    public ImmutableDictionary<string, string> Lost { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Of the lost keys those that the person was told of.</summary>
    public ImmutableArray<string> Told { get; init; } = [];

    /// <summary>Our last edit that was looked at again; see <see cref="OwnEdit.At"/>.</summary>
    public DateTimeOffset? CheckedEdit { get; init; }

    public bool IsSameAs(KnownKeys other) =>
        File == other.File && CheckedEdit == other.CheckedEdit && Same(Keys, other.Keys) && Same(Lost, other.Lost)
        && Told.Order(StringComparer.Ordinal).SequenceEqual(other.Told.Order(StringComparer.Ordinal));

    /// <summary>As read from a file that somebody else may have written: nothing is null.</summary>
    public KnownKeys Completed() => this with
    {
        Keys = Completed(Keys),
        Lost = Completed(Lost),
        Told = Told.IsDefault ? [] : [.. Told.Where(key => key is not null)],
    };

    private static ImmutableDictionary<string, string> Completed(ImmutableDictionary<string, string>? keys) =>
        (keys ?? Nothing.Keys).Where(entry => entry.Value is not null).ToImmutableDictionary(StringComparer.Ordinal);

    private static bool Same(ImmutableDictionary<string, string> one, ImmutableDictionary<string, string> other) =>
        one.Count == other.Count && one.All(entry => other.GetValueOrDefault(entry.Key) == entry.Value);
}

namespace TrayAgent.Core.Assess;

/// <summary>Finds what somebody probably meant to type.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest changed letters; null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates
        .Where(candidate => Math.Abs(candidate.Length - name.Length) <= Reach(name))
        .Select(candidate => (Name: candidate, Distance: Distance(Fold(name), Fold(candidate))))
        .Where(candidate => candidate.Distance <= Reach(name))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>The first of the nearest with at most so many changed letters; null when there is none, or when the name is one of them.</summary>
    public static string? Within(int letters, string name, IEnumerable<string> candidates) => candidates
        .Where(candidate => Math.Abs(candidate.Length - name.Length) <= letters)
        .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
        .Where(candidate => candidate.Distance > 0 && candidate.Distance <= letters)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>
    /// The only candidate that a single slip explains: the case of letters, or one letter too few, too many, wrong, or swapped with its neighbour.
    /// Null when there is none, or several: sure enough to write it without a question.
    /// </summary>
    /// <remarks>Short names are all alike, and 'dev1' is no slip for 'dev2': other digits mean another account.</remarks>
    public static string? Slip(string name, IReadOnlyCollection<string> candidates)
    {
        var sameLetters = candidates.Where(candidate => Fold(candidate) == Fold(name)).Take(2).ToList();
        var slips = sameLetters.Count > 0 ? sameLetters : candidates.Where(candidate => IsOneSlip(Fold(name), Fold(candidate))).Take(2).ToList();
        return slips is [var only] && (sameLetters.Count > 0 || (IsLong(name) && IsLong(only) && Digits(name) == Digits(only))) ? only : null;
    }

    /// <summary>" Did you mean 'x'?", or nothing.</summary>
    public static string Question(string name, IEnumerable<string> candidates) =>
        Of(name, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static int Reach(string name) => Math.Max(2, name.Length / 3);

    private static bool IsLong(string name) => name.Length >= 4;

    private static string Digits(string name) => string.Concat(name.Where(char.IsDigit));

    private static bool IsOneSlip(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > 1)
        {
            return false;
        }

        var same = from.AsSpan().CommonPrefixLength(to);
        var (left, right) = (from[same..], to[same..]);
        return (left.Length >= 2 && right.Length >= 2 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..])
            || Distance(left, right) == 1;
    }

    private static string Fold(string name) => name.ToUpperInvariant();

    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = previous[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[to.Length];
    }
}

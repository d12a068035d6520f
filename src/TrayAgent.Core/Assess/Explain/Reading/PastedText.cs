namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>
/// What somebody pasted, made comparable: only its letters, digits and underscores, in lower case, so that line wraps, frames,
/// kinds of quotes and escapes do not matter; and where each of them stood, to read a name out of a gap.
/// </summary>
internal sealed class PastedText
{
    /// <summary>What is longer is cut in the middle: an error text has a few lines.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>No phrase goes over it.</summary>
    private const string Gap = "\n0\n";

    private readonly string _clean;

    private readonly int[] _places;

    private PastedText(string clean, string squashed, int[] places) => (_clean, Squashed, _places) = (clean, squashed, places);

    public string Squashed { get; }

    public static PastedText Of(string text) => Made(LinePrefixes.Without(Escapes.Without(BothEnds(text))));

    /// <summary>Also without what only its neighbour lines tell to be a prefix; null when there is nothing of the kind.</summary>
    public PastedText? WithoutCommonPrefixes() => CommonPrefixes.Without(_clean) is { } clean ? Made(clean) : null;

    private static PastedText Made(string clean)
    {
        var (squashed, places) = Squash(clean);
        return new PastedText(clean, squashed, places);
    }

    /// <summary>A log begins with what was tried and ends with what came of it.</summary>
    private static string BothEnds(string text) =>
        text.Length > Limit ? $"{text.AsSpan(0, Limit / 2)}{Gap}{text.AsSpan(text.Length - (Limit / 2))}" : text;

    /// <summary>The same form of a phrase, which has neither frames nor prefixes.</summary>
    public static string Squash(ReadOnlySpan<char> phrase) => Squash(phrase.ToString()).Text;

    /// <summary>Whether these characters were a word or several, not a part of one.</summary>
    public bool IsWords(int start, int end) =>
        (_places[start] == 0 || !IsKept(_clean[_places[start] - 1]))
        && (_places[end - 1] + 1 == _clean.Length || !IsKept(_clean[_places[end - 1] + 1]));

    /// <summary>What stood between two places, without the quotes and brackets around it.</summary>
    public string Between(int end, int start) => Names.Trimmed(_clean.AsSpan()[(_places[end - 1] + 1)..Place(start)]);

    /// <summary>The name that followed a place.</summary>
    public string After(int end) => Names.First(_clean.AsSpan(_places[end - 1] + 1));

    private int Place(int index) => index < _places.Length ? _places[index] : _clean.Length;

    private static (string Text, int[] Places) Squash(string clean)
    {
        var kept = new char[clean.Length];
        var places = new int[clean.Length];
        var count = 0;
        for (var i = 0; i < clean.Length; i++)
        {
            if (IsKept(clean[i]))
            {
                kept[count] = char.ToLowerInvariant(clean[i]);
                places[count++] = i;
            }
        }

        return (new string(kept, 0, count), places[..count]);
    }

    private static bool IsKept(char character) => char.IsLetterOrDigit(character) || character == '_';
}

namespace TrayAgent.Fuzz.Support;

/// <summary>What must hold for every input; AFL++ counts an exception as a crash.</summary>
internal static class Invariant
{
    public static void Holds(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new BrokenInvariantException(sentence);
        }
    }

    /// <summary>What we say of bad input is for people: a whole sentence on one line.</summary>
    public static void IsSentence(string text) => Holds(
        text.Length > 10 && text[^1] is '.' && !text.Any(char.IsControl), $"no sentence on one line: {text}");
}

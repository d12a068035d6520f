using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Reading;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>An error text in, its cause on this machine out; any text will do, and nothing of it is repeated.</summary>
public static class Explainer
{
    /// <summary>How much of a text is looked at, in characters: of a longer one half of it at each end.</summary>
    public const int Limit = PastedText.Limit;

    /// <summary>Null when nothing known stands in it.</summary>
    public static Explanation? Explain(string text, Assessment assessment)
    {
        if (Recognise(text) is not { } found)
        {
            return null;
        }

        var reply = found.Error.Reply(new Situation(assessment, found.Hit.Names));
        return new Explanation(found.Error.Name, found.Error.What, reply.Why, reply.Remedy, reply.Enclosure);
    }

    /// <summary>Everything that is recognised.</summary>
    public static ImmutableArray<KnownText> Known { get; } =
    [
        .. KnownErrors.All.Select(error => new KnownText(error.Name, error.What, [.. error.Phrases.Select(phrase => phrase.Text)])),
    ];

    /// <summary>As it is, and once more without what looks like a prefix: what says more counts.</summary>
    private static Recognised? Recognise(string text)
    {
        var pasted = PastedText.Of(text);
        var asItIs = Recognise(pasted);
        return asItIs?.Error.Weight >= ErrorWeight.Definite ? asItIs
            : pasted.WithoutCommonPrefixes() is { } bare && Recognise(bare) is { } other && (asItIs is null || other.Error.Weight > asItIs.Error.Weight) ? other
            : asItIs;
    }

    private static Recognised? Recognise(PastedText pasted)
    {
        Recognised? best = null;
        var all = KnownErrors.All
            .SelectMany(error => error.Phrases.Select(phrase => phrase.LastIn(pasted)).OfType<ErrorHit>().Select(hit => new Recognised(error, hit)))
            .OrderBy(found => found.Hit.Start);
        foreach (var found in all)
        {
            if (best is null || found.Beats(best))
            {
                best = found;
            }
        }

        return best;
    }

    private sealed record Recognised(KnownError Error, ErrorHit Hit)
    {
        /// <summary>Of two in the same place the longer one; else the later one, which is the last that happened.</summary>
        public bool Beats(Recognised earlier) =>
            Error.Weight != earlier.Error.Weight ? Error.Weight > earlier.Error.Weight
            : Hit.Start >= earlier.Hit.End || Hit.End - Hit.Start > earlier.Hit.End - earlier.Hit.Start;
    }
}

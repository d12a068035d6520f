using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Reading;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>One error that is recognised by its text.</summary>
/// <param name="Name">What it is called in the answer: nothing of the pasted text is repeated.</param>
/// <param name="Weight">Which of several wins.</param>
/// <param name="What">One sentence: what the text means, on any machine.</param>
/// <param name="Reply">Why it came up on this machine, and what to do.</param>
/// <param name="Phrases">The stable parts of its texts, in the form of <see cref="ErrorPhrase"/>.</param>
internal sealed record KnownError(
    string Name, ErrorWeight Weight, string What, Func<Situation, Reply> Reply, ImmutableArray<ErrorPhrase> Phrases)
{
    public KnownError(string name, ErrorWeight weight, string what, Func<Situation, Reply> reply, params ReadOnlySpan<string> phrases)
        : this(name, weight, what, reply, Parsed(phrases))
    {
    }

    private static ImmutableArray<ErrorPhrase> Parsed(ReadOnlySpan<string> phrases)
    {
        var parsed = ImmutableArray.CreateBuilder<ErrorPhrase>(phrases.Length);
        foreach (var phrase in phrases)
        {
            parsed.Add(new ErrorPhrase(phrase));
        }

        return parsed.MoveToImmutable();
    }
}

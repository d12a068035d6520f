using System.Diagnostics;
using System.Text;
using CsCheck;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Explain;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>Any text may be pasted, also one that was made to hurt.</summary>
public sealed class AnyPasteTests
{
    private static readonly Assessment Machine = Assessor.Assess(Given.Corp("09:00").Without("corp"), Policy.Default);

    private static readonly string[] Pieces =
    [
        "\\", "\\u", "\\u20", "\\x", "\e", "\e[", "\e]8;;", "\u009B", "\uD800", "&#39;", "[", "]", "(", "'", "\"", "│", "\r\n", "\n", "\0", " | ",
        "2026-11-23", "Nov 23 10:00:00 ", "ERROR", "…", "{profile}",
        .. Explainer.Known.SelectMany(known => known.Phrases).SelectMany(phrase => phrase.Split(' ', '…', '{', '}')),
        .. ReferenceTexts.All.Select(row => row.Text[..(row.Text.Length / 2)]),
        .. ReferenceTexts.All.Select(row => row.Text),
    ];

    [Fact]
    public void It_never_fails_and_answers_in_sentences() => Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]), Gen.String)
        .Array[0, 12]
        .Sample(
            parts =>
            {
                var text = string.Concat(parts);
                if (Explainer.Explain(text, Machine) is not { } explanation)
                {
                    return;
                }

                Assert.EndsWith(".", explanation.What, StringComparison.Ordinal);
                Assert.Matches("[.?]$", explanation.Why);
                Assert.Matches("[.:]$", explanation.Remedy.Text);
                Assert.DoesNotContain('\e', ExplanationText.Of(explanation, TextStyle.Plain));
            },
            iter: 3_000);

    /// <summary>
    /// A search that tries again at each place would need hours for these; ours needs some tenths of a second, and the limit is
    /// generous because other tests run at the same time.
    /// </summary>
    [Fact]
    public void A_megabyte_that_was_made_to_hurt_takes_no_longer_than_another()
    {
        foreach (var text in Hostile())
        {
            var clock = Stopwatch.StartNew();
            Explainer.Explain(text, Machine);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"'{text[..20]}' took {clock.Elapsed}.");
        }
    }

    [Fact]
    public void Of_a_long_text_both_ends_are_looked_at_and_not_the_middle()
    {
        const string Text = " Token is expired. To refresh this SSO session ";
        var half = new string('x', Explainer.Limit / 2);
        Assert.NotNull(Explainer.Explain(half + half + Text, Machine));
        Assert.NotNull(Explainer.Explain(Text + half + half, Machine));
        Assert.Null(Explainer.Explain(half + Text + half, Machine));

        // Both ends together are no sentence.
        Assert.Null(Explainer.Explain("Token is" + half + half[..^8] + "xxxxx" + half + "expired", Machine));
        Assert.Null(Explainer.Explain(new string('x', (Explainer.Limit / 2) - 8) + "Token is" + half + "expired" + new string('x', (Explainer.Limit / 2) - 7), Machine));
    }

    private static IEnumerable<string> Hostile()
    {
        yield return Repeated("a");
        yield return Repeated("\\");
        yield return Repeated("\\\\u005c");
        yield return Repeated("\e[");
        yield return Repeated("\e]8;;");
        yield return Repeated("[");
        yield return Repeated("2026-11-23 ERROR [x] ");
        yield return Repeated("&#3");
        yield return Repeated("(((\n");

        // Many beginnings without an end, many ends without a beginning, and both.
        yield return Repeated("The value for ");
        yield return Repeated("is inconsistent between profile ");
        yield return Repeated("Token for x ");
        yield return Repeated("if is set, then ");
        yield return Repeated("is not authorized to perform: ");
        yield return Repeated("aws: [ERROR]: '467ca71fcb5ebf97954ed6f91b2852c8093d065g' ");
        foreach (var known in Explainer.Known)
        {
            yield return Repeated(known.Phrases[0][..^1]);
        }
    }

    private static string Repeated(string piece)
    {
        var text = new StringBuilder(Explainer.Limit);
        while (text.Length < 256 * 1024)
        {
            text.Append(piece);
        }

        return text.ToString();
    }
}

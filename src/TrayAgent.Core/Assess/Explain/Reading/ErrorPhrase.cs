using System.Buffers;
using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>
/// The stable part of an error text. "…" stands for anything, "{name}" for something worth knowing, "{hash}" for 40 hex digits, "{claude}" for the ID of a Claude model.
/// Found by searching for its pieces one after the other: the time grows with the text's length and no faster.
/// </summary>
internal sealed class ErrorPhrase
{
    /// <summary>Ids and ARNs have less.</summary>
    private const int WidestGap = 400;

    private const string Hash = "hash";

    private const int HashLength = 40;

    private static readonly char[] Frame = [' ', '\t', '\r', '\u2502', '|'];

    /// <summary>Only between two pieces.</summary>
    private const string Claude = "claude";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly ImmutableArray<string> _pieces;

    /// <summary>What follows each piece; "" for what nobody needs, null after the last piece when nothing is wanted there.</summary>
    private readonly ImmutableArray<string?> _gaps;

    public ErrorPhrase(string text)
    {
        Text = text;
        (_pieces, _gaps) = Parse(text);
    }

    public string Text { get; }

    /// <summary>The last place where it stands.</summary>
    public ErrorHit? LastIn(PastedText text)
    {
        var found = Occurrences(text, _pieces[0]).Select(start => new Link(start, start + _pieces[0].Length, null)).ToList();
        for (var piece = 1; piece < _pieces.Length && found.Count > 0; piece++)
        {
            found = Continued(found, text, _pieces[piece]);
        }

        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (Hit(found[i], text) is { } hit)
            {
                return hit;
            }
        }

        return null;
    }

    /// <summary>Each occurrence of the next piece with the nearest beginning before it.</summary>
    private static List<Link> Continued(List<Link> beginnings, PastedText text, string piece)
    {
        var continued = new List<Link>();
        var nearest = -1;
        foreach (var start in Occurrences(text, piece))
        {
            while (nearest + 1 < beginnings.Count && beginnings[nearest + 1].End <= start)
            {
                nearest++;
            }

            if (nearest >= 0 && start - beginnings[nearest].End <= WidestGap)
            {
                continued.Add(new Link(start, start + piece.Length, beginnings[nearest]));
            }
        }

        return continued;
    }

    private static IEnumerable<int> Occurrences(PastedText text, string piece)
    {
        var squashed = text.Squashed;
        for (var at = squashed.IndexOf(piece, StringComparison.Ordinal); at >= 0; at = squashed.IndexOf(piece, at + piece.Length, StringComparison.Ordinal))
        {
            if (text.IsWords(at, at + piece.Length))
            {
                yield return at;
            }
        }
    }

    private ErrorHit? Hit(Link last, PastedText text)
    {
        var names = ImmutableDictionary<string, string>.Empty;
        var next = (Link?)null;
        var first = last;
        for (var (link, piece) = ((Link?)last, _pieces.Length - 1); link is not null; next = link, link = link.Before, piece--)
        {
            first = link;
            if (_gaps[piece] is not { Length: > 0 } gap)
            {
                continue;
            }

            if (gap == Hash)
            {
                if (!IsHash(text, link.End))
                {
                    return null;
                }

                continue;
            }

            if (gap == Claude && !IsModel(text.Between(link.End, next!.Start)))
            {
                return null;
            }

            names = names.SetItem(gap, next is null ? text.After(link.End) : text.Between(link.End, next.Start));
        }

        return new ErrorHit(first.Start, last.End, names);
    }

    private static bool IsHash(PastedText text, int start) =>
        start + HashLength <= text.Squashed.Length
        && text.Squashed.AsSpan(start, HashLength).IndexOfAnyExcept(HexDigits) < 0
        && text.IsWords(start, start + HashLength);

    /// <summary>One word, which may be cut by a line end with blanks around it.</summary>
    private static bool IsModel(string text)
    {
        var whole = string.Concat(text.Split('\n').Select(part => part.Trim(Frame)));
        return whole.Contains(Claude, StringComparison.OrdinalIgnoreCase) && !whole.Contains(' ', StringComparison.Ordinal);
    }

    private static (ImmutableArray<string> Pieces, ImmutableArray<string?> Gaps) Parse(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var gaps = ImmutableArray.CreateBuilder<string?>();
        var rest = text.AsSpan();
        while (rest.IndexOfAny('…', '{') is >= 0 and var at)
        {
            pieces.Add(PastedText.Squash(rest[..at]));
            var end = rest[at] == '…' ? at : rest.IndexOf('}');
            gaps.Add(rest[at] == '…' ? "" : rest[(at + 1)..end].ToString());
            rest = rest[(end + 1)..];
        }

        // What follows the last gap may be a quote only, and a quote says nothing.
        if (PastedText.Squash(rest) is { Length: > 0 } last)
        {
            pieces.Add(last);
            gaps.Add(null);
        }

        return (pieces.ToImmutable(), gaps.ToImmutable());
    }

    private sealed record Link(int Start, int End, Link? Before);
}

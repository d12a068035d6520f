using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Masking;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Edits;

/// <summary>An edit as people know it from <c>diff -u</c>, with secrets masked and nothing in it that could move a cursor.</summary>
/// <remarks>https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html</remarks>
internal static class UnifiedDiff
{
    private const int Context = 3;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Empty when nothing changes. Compared are the real lines, so a secret that changes shows as a change.</summary>
    public static string Of(FileEdit edit)
    {
        var before = edit.Before is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : "";
        var after = Encoding.UTF8.GetString(edit.After.Span);
        if (before.StartsWith(ByteOrderMark) && after.StartsWith(ByteOrderMark))
        {
            // It stays where it is, and nobody sees it in an editor either.
            (before, after) = (before[1..], after[1..]);
        }

        var result = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(Lines));
        if (result.DiffBlocks.Count == 0)
        {
            return "";
        }

        var diff = new StringBuilder();
        var path = Visible.Of(edit.File);
        diff.Append(CultureInfo.InvariantCulture, $"--- {(edit.Before is null ? "/dev/null" : path)}\n+++ {path}\n");

        // Where all lines end alike there is nothing to tell apart.
        var isPlain = HasCarriageReturns(before) && HasCarriageReturns(after);
        var sides = new Sides(Side.Of(edit.File, isPlain ? Plain(before) : before), Side.Of(edit.File, isPlain ? Plain(after) : after));
        foreach (var hunk in Hunks([.. result.DiffBlocks]))
        {
            Append(diff, sides, hunk);
        }

        return diff.ToString();
    }

    /// <summary>Changes that are so near to each other that their contexts touch.</summary>
    private static IEnumerable<ImmutableArray<DiffBlock>> Hunks(ImmutableArray<DiffBlock> blocks)
    {
        var start = 0;
        for (var i = 1; i <= blocks.Length; i++)
        {
            if (i == blocks.Length || blocks[i].DeleteStartA - (blocks[i - 1].DeleteStartA + blocks[i - 1].DeleteCountA) > 2 * Context)
            {
                yield return blocks[start..i];
                start = i;
            }
        }
    }

    private static void Append(StringBuilder diff, Sides sides, ImmutableArray<DiffBlock> hunk)
    {
        var (old, @new) = (sides.Before, sides.After);
        var lead = Math.Min(Context, hunk[0].DeleteStartA);
        var (start, newStart) = (hunk[0].DeleteStartA - lead, hunk[0].InsertStartB - lead);
        var (end, newEnd) = (hunk[^1].DeleteStartA + hunk[^1].DeleteCountA, hunk[^1].InsertStartB + hunk[^1].InsertCountB);
        var trail = Math.Min(Context, old.Count - end);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(start, end + trail)} +{Range(newStart, newEnd + trail)} @@\n");
        var at = start;
        foreach (var block in hunk)
        {
            old.Append(diff, ' ', at, block.DeleteStartA);
            at = block.DeleteStartA + block.DeleteCountA;
            old.Append(diff, '-', block.DeleteStartA, at);
            @new.Append(diff, '+', block.InsertStartB, block.InsertStartB + block.InsertCountB);
        }

        old.Append(diff, ' ', at, end + trail);
    }

    /// <summary>One-based; an empty range names the line before it.</summary>
    private static string Range(int start, int end) => (end - start) switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        var count => $"{start + 1},{count}",
    };

    private static bool HasCarriageReturns(string text) => Lines(text).All(line => !line.EndsWith('\n') || line.EndsWith("\r\n", StringComparison.Ordinal));

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Each with its line feed, so that a missing one at the end is a difference.</summary>
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private sealed record Sides(Side Before, Side After)
    {
        public override string ToString() => "";
    }

    /// <param name="Shown">Masked, one for each line.</param>
    private sealed record Side(ImmutableArray<string> Shown, int Count, bool EndsWithLineFeed)
    {
        public static Side Of(string file, string text)
        {
            var shown = MaskedLines.Of(file, text);
            var endsWithLineFeed = text.EndsWith('\n');
            return new Side(shown, text.Length == 0 || endsWithLineFeed ? shown.Length - 1 : shown.Length, endsWithLineFeed);
        }

        public void Append(StringBuilder diff, char mark, int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                diff.Append(mark).Append(Harmless(Shown[i])).Append('\n');
                if (i == Count - 1 && !EndsWithLineFeed)
                {
                    diff.Append("\\ No newline at end of file\n");
                }
            }
        }

        /// <summary>Of control characters a tab is harmless; a carriage return at the end says how this line differs from others.</summary>
        private static string Harmless(string line) =>
            string.Join('\t', line.TrimEnd('\r').Split('\t').Select(part => Visible.Of(part))) + (line.EndsWith('\r') ? "^M" : "");
    }
}

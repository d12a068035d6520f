using System.Text;
using System.Text.Json;

namespace TrayAgent.Core.Tests.Edit.Json;

/// <summary>What a settings file must still hold once one member is out: every other line, byte for byte.</summary>
/// <param name="Head">The lines before; without the comma that goes with a last member, and the line break that it gives up.</param>
/// <param name="Rest">What else stood on the member's own lines, without white space.</param>
/// <param name="Breaks">How many line breaks may stand between the two.</param>
/// <param name="Tail">The lines after.</param>
internal sealed record RemovedMember(string Head, string Rest, int Breaks, string Tail)
{
    public static RemovedMember Of(string text, string key)
    {
        var (start, end) = Place(text, key);
        var after = end + text[end..].TakeWhile(char.IsWhiteSpace).Count();
        var before = text[..start].TrimEnd().Length - 1;
        return (text[before], text[after]) switch
        {
            (_, ',') => Cut(text, start, after + 1),
            (',', _) when text[text[..before].TrimEnd().Length..start].Contains('\n', StringComparison.Ordinal) =>
                WithoutLastBreak(Cut(text.Remove(before, 1), start - 1, end - 1)),
            (',', _) => Cut(text, before, end),
            _ => Cut(text, before + 1, after),
        };
    }

    public void AssertIn(string after)
    {
        Assert.StartsWith(Head, after, StringComparison.Ordinal);
        Assert.EndsWith(Tail, after[Head.Length..], StringComparison.Ordinal);
        var own = after[Head.Length..^Tail.Length];
        Assert.Equal(Rest, Squeezed(own));
        Assert.InRange(own.Count(character => character == '\n'), 0, Breaks);
        Assert.True(own.Length == 0 || Tail.Length == 0 || own.EndsWith('\n'), $"'{own}' has run into the next line");
    }

    private static RemovedMember Cut(string text, int from, int to)
    {
        var first = text.LastIndexOf('\n', from - 1) + 1;
        var next = text.IndexOf('\n', to) is >= 0 and var at ? at + 1 : text.Length;
        var rest = Squeezed(text[first..from] + text[to..next]);
        return new(text[..first], rest, rest.Length > 0 ? 1 : 0, text[next..]);
    }

    private static RemovedMember WithoutLastBreak(RemovedMember last) =>
        last with { Head = last.Head[..^(last.Head.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : 1)], Breaks = 1 };

    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static (int Start, int End) Place(string text, string key)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var mark = text.StartsWith('\ufeff') ? 3 : 0;
        var reader = new Utf8JsonReader(bytes.AsSpan(mark));
        var top = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth <= 2)
            {
                var name = reader.GetString()!;
                top = reader.CurrentDepth == 1 ? name : top;
                if (key == (reader.CurrentDepth == 1 ? name : $"{top}.{name}"))
                {
                    var start = mark + (int)reader.TokenStartIndex;
                    reader.Read();
                    reader.Skip();
                    return (Encoding.UTF8.GetCharCount(bytes, 0, start), Encoding.UTF8.GetCharCount(bytes, 0, mark + (int)reader.BytesConsumed));
                }
            }
        }

        throw new InvalidOperationException($"'{key}' is not there.");
    }
}

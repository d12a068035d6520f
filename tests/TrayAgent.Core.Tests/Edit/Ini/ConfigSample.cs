using System.Collections.Immutable;
using CsCheck;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Tests.Edit.Ini;

/// <summary>A config that every tool reads, laid out in any manner, and one change of it.</summary>
internal sealed record ConfigSample(ImmutableArray<ConfigSample.Block> Blocks, string LineEnd, bool EndsWithLineEnd, ConfigChange Change)
{
    /// <summary>A text that is joined of lines and ends with an empty one ends with a line end.</summary>
    public bool EndsWithLineEnd { get; } = EndsWithLineEnd || Blocks.SelectMany(block => block.Lines).LastOrDefault() is null or "";

    /// <summary>New lines of a file that has none yet end as they do on Unix.</summary>
    public string LineEnd { get; } = Blocks.SelectMany(block => block.Lines).Count() > (EndsWithLineEnd ? 0 : 1) ? LineEnd : "\n";

    private static readonly Gen<Item> AnyItem = Pick.From(
        new Item("region", "region = eu-west-1"), new Item("region", "region=x"), new Item("region", "REGION   =  x  "),
        new Item("output", "output      = json"), new Item("output", "output ="), new Item("sso_session", "sso_session = s"),
        new Item("s3", "s3 =", "  addressing_style = path", "", "  # inside", "  use_x = true"), new Item("k", "K\t= a=b é"),
        new Item(null, "# comment"), new Item(null, "; [profile a]"), new Item(null, ""), new Item(null, "   "), new Item(null, "    # far off"));

    private static readonly Gen<Block> AnyBlock = Gen.Select(
        Pick.From("[default]", "[profile a]", "[profile \"q\"]", "[profile b.c]", "[sso-session s]", "[services x]", "[DEFAULT]", "[preview]"),
        AnyItem.Array[0, 7], Pick.From("", "", "  "),
        (header, items, indent) => new Block(header,
        [
            .. items.Where((item, i) => item.Key is null || Array.FindIndex(items, other => other.Key == item.Key) == i)
                .Select(item => item with { Lines = [.. item.Lines.Select(line => item.Key is null ? line : indent + line)] }),
        ]));

    private static readonly Gen<ConfigChange> AnyChange = Gen.Select(
        Pick.From("default", "profile a", "profile q", "profile b.c", "sso-session s", "profile new", "sso-session new"),
        Pick.From("region", "output", "s3", "k", "new_key"), Gen.Bool, Pick.From("x", "eu-west-1", "a = b", "sso:account:access", "json"),
        (section, key, isPut, value) => isPut ? (ConfigChange)new ConfigChange.Put(section, key, value) : new ConfigChange.Remove(section, key));

    public static readonly Gen<ConfigSample> Any = Gen.Select(
        AnyBlock.Array[0, 4], Pick.From("\n", "\r\n"), Gen.Bool, Gen.Bool, AnyChange, (blocks, lineEnd, endsWithLineEnd, hasPreface, change) =>
            new ConfigSample(
                [.. blocks.DistinctBy(block => block.Header).Select((block, i) => hasPreface && i == 0 ? block.After("# mine") : block)],
                blocks.Length == 0 ? "\n" : lineEnd, endsWithLineEnd, change));

    public IEnumerable<string> Lines => Blocks.SelectMany(block => block.Lines);

    public string Text => string.Join(LineEnd, Lines) + (EndsWithLineEnd && Blocks.Length > 0 ? LineEnd : "");

    /// <summary>The block that the change means; null when there is none yet.</summary>
    public Block? Changed => Blocks.FirstOrDefault(block => block.Header.Replace("\"", "", StringComparison.Ordinal) == $"[{Change.Section}]");

    public override string ToString() => $"{Change} in\n{Text}";

    /// <summary>A key with all its lines, or a line that is none.</summary>
    internal sealed record Item(string? Key, params ImmutableArray<string> Lines);

    internal sealed record Block(string Header, ImmutableArray<Item> Items)
    {
        private string? Preface { get; init; }

        public IEnumerable<string> Lines =>
            new[] { Preface, Header }.OfType<string>().Concat(Items.SelectMany(item => item.Lines));

        public Block After(string line) => this with { Preface = line };
    }
}

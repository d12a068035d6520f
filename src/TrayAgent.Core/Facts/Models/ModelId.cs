using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>A model as a setting of Claude Code names it: a closed set. Any text is one of these.</summary>
public abstract record ModelId
{
    private ModelId(string text) => Text = text;

    /// <summary>As it is written, without the blanks around it and without <c>[1m]</c>.</summary>
    public string Text { get; }

    /// <summary><c>[1m]</c> stood behind it: Claude Code asks for the long context and takes the mark off before it calls.</summary>
    public bool IsLong { get; private init; }

    /// <summary>The Bedrock ID of the model itself; null where the text does not tell.</summary>
    public virtual string? Base => null;

    /// <summary>The region prefix, with its full stop; null where there is none.</summary>
    public virtual string? Prefix => null;

    /// <summary>The text to write where this one stands: the long-context mark stays.</summary>
    public string Like(string id) => IsLong ? id + ModelIdParser.LongMark : id;

    /// <summary>The word before the slash in ARNs that Bedrock can be called with.</summary>
    public static ImmutableArray<string> ArnKinds => ModelIdParser.ArnKinds;

    /// <summary>Never fails.</summary>
    public static ModelId Parse(string text)
    {
        var (bare, isLong) = ModelIdParser.WithoutLongMark(text);
        return ModelIdParser.Parse(bare) with { IsLong = isLong };
    }

    /// <summary><c>opus</c>, <c>sonnet</c>, <c>default</c>: Claude Code knows what that is.</summary>
    /// <param name="Family">Null for those that name none.</param>
    public sealed record ShortName(string Text, ModelFamily? Family) : ModelId(Text)
    {
        /// <summary>Of <c>opusplan</c> two: one plans, the other works.</summary>
        public ImmutableArray<ModelFamily> Families =>
            Family is not { } family ? []
            : Text.Equals("opusplan", StringComparison.OrdinalIgnoreCase) ? [ModelFamily.Opus, ModelFamily.Sonnet]
            : [family];
    }

    /// <summary><c>us.anthropic.claude-opus-4-8</c>: an inference profile of AWS.</summary>
    public sealed record Profile(string Text, string RegionPrefix, string Model) : ModelId(Text)
    {
        public override string Base => Model;

        public override string Prefix => RegionPrefix;
    }

    /// <summary><c>anthropic.claude-opus-4-8</c>: the model itself, which cannot be called on demand.</summary>
    public sealed record Raw(string Text) : ModelId(Text)
    {
        public override string Base => Text;

        /// <summary>Without date and version behind the name it is an ID of Mantle as well.</summary>
        public bool IsMantleToo => ModelName.Parse(Text) is { Date: null, Suffix: null };
    }

    /// <summary><c>anthropic.claude-haiku-4-5</c>: an ID of Mantle, Bedrock's other door, and of nothing else.</summary>
    /// <param name="Model">What Bedrock calls that model.</param>
    public sealed record Mantle(string Text, string Model) : ModelId(Text)
    {
        public override string Base => Model;
    }

    /// <summary><c>claude-opus-4-5-20251101</c>: a name of Anthropic's own service.</summary>
    /// <param name="Model">What Bedrock calls it; null when the built-in list does not know it.</param>
    public sealed record Api(string Text, string? Model) : ModelId(Text)
    {
        public override string? Base => Model;
    }

    /// <param name="Inner">The profile or model at its end; null for those that only the account knows.</param>
    public sealed record Arn(string Text, ArnKind Kind, string Partition, string Region, ModelId? Inner) : ModelId(Text)
    {
        public override string? Base => Inner?.Base;

        public override string? Prefix => Inner?.Prefix;
    }

    /// <summary>Nothing that this version can tell: it may be new, or wrong.</summary>
    public sealed record Unknown(string Text) : ModelId(Text);
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Tells the kinds of model IDs apart by their form.</summary>
internal static partial class ModelIdParser
{
    public const string LongMark = "[1m]";

    public static (string Bare, bool IsLong) WithoutLongMark(string text)
    {
        var trimmed = text.Trim();
        return trimmed.EndsWith(LongMark, StringComparison.OrdinalIgnoreCase)
            ? (trimmed[..^LongMark.Length].TrimEnd(), true)
            : (trimmed, false);
    }

    public static ModelId Parse(string text) =>
        ShortName(text) ?? Arn(text) ?? Model(text) ?? Api(text) ?? (ModelId)new ModelId.Unknown(text);

    /// <remarks>https://code.claude.com/docs/en/model-config</remarks>
    private static ModelId.ShortName? ShortName(string text) => text.ToLowerInvariant() switch
    {
        "opus" => new ModelId.ShortName(text, ModelFamily.Opus),
        "sonnet" => new ModelId.ShortName(text, ModelFamily.Sonnet),
        "haiku" => new ModelId.ShortName(text, ModelFamily.Haiku),
        "fable" => new ModelId.ShortName(text, ModelFamily.Fable),
        "opusplan" => new ModelId.ShortName(text, ModelFamily.Opus),
        "default" or "best" or "inherit" => new ModelId.ShortName(text, null),
        _ => null,
    };

    private static ModelId.Arn? Arn(string text)
    {
        var match = ArnForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (kind, name) = (Kind(match.Groups["kind"].Value), match.Groups["name"].Value);
        return new ModelId.Arn(
            text,
            kind,
            match.Groups["partition"].Value,
            match.Groups["region"].Value,
            kind is ArnKind.InferenceProfile or ArnKind.FoundationModel ? Model(name) : null);
    }

    /// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html</remarks>
    public static ImmutableArray<string> ArnKinds { get; } =
    [
        "inference-profile", "application-inference-profile", "foundation-model", "provisioned-model", "custom-model", "custom-model-deployment",
        "imported-model", "prompt-router", "default-prompt-router", "prompt",
    ];

    private static ArnKind Kind(string kind) => kind switch
    {
        "inference-profile" => ArnKind.InferenceProfile,
        "application-inference-profile" => ArnKind.ApplicationInferenceProfile,
        "foundation-model" => ArnKind.FoundationModel,
        "provisioned-model" => ArnKind.ProvisionedModel,
        "custom-model" => ArnKind.CustomModel,
        _ => ArnKinds.Contains(kind) ? ArnKind.Other : ArnKind.Unheard,
    };

    private static ModelId? Model(string text)
    {
        var match = ModelForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (prefix, model) = (match.Groups["prefix"].Value, match.Groups["model"].Value);
        return prefix.Length > 0 ? new ModelId.Profile(text, prefix, model)
            : ModelName.Parse(model) is { Date: null, Suffix: null } name
                && ModelCatalogue.BuiltIn.Meant(name) is { } meant && meant.Id != model
                ? new ModelId.Mantle(text, meant.Id)
            : new ModelId.Raw(text);
    }

    private static ModelId.Api? Api(string text) => ApiForm().IsMatch(text)
        ? new ModelId.Api(text, (ModelCatalogue.BuiltIn.FindApi(text) ?? MeantByApi(text))?.Id)
        : null;

    /// <summary>Anthropic also takes names without their date.</summary>
    private static Model? MeantByApi(string text) =>
        ModelName.Parse("anthropic." + text) is { Suffix: null, Date: null } name ? ModelCatalogue.BuiltIn.Meant(name) : null;

    /// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InferenceProfileSummary.html</remarks>
    [GeneratedRegex(
        @"\Aarn:(?<partition>aws[a-z-]*):bedrock:(?<region>[a-z0-9-]*):[0-9]*:(?<kind>[a-z-]+)/(?<name>.+)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex ArnForm();

    [GeneratedRegex(@"\A(?<prefix>[a-z-]{1,12}\.)?(?<model>anthropic\.claude-[!-~]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ModelForm();

    [GeneratedRegex(@"\Aclaude-[a-z0-9.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ApiForm();
}

using System.Collections.Immutable;
using System.Text.Json;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Every place where Claude Code's settings can name a model.</summary>
/// <remarks>https://code.claude.com/docs/en/model-config</remarks>
public static class ModelPins
{
    public const string Main = "env.ANTHROPIC_MODEL";

    /// <summary>Counts when nothing else names the main model.</summary>
    public const string Default = "env.ANTHROPIC_DEFAULT_MODEL";

    public const string Haiku = "env.ANTHROPIC_DEFAULT_HAIKU_MODEL";

    /// <summary>The old name of <see cref="Haiku"/>.</summary>
    public const string SmallFast = "env.ANTHROPIC_SMALL_FAST_MODEL";

    /// <summary>Which region prefix Claude Code puts before the models that it chooses itself.</summary>
    public const string RegionPrefix = "env.ANTHROPIC_BEDROCK_REGION_PREFIX";

    /// <summary>Counts for the background model alone, and only where that is pinned.</summary>
    public const string SmallFastRegion = "env.ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION";

    /// <summary>An entry of its own in Claude Code's list of models.</summary>
    private const string CustomOption = "env.ANTHROPIC_CUSTOM_MODEL_OPTION";

    private const string Fallback = "fallbackModel";

    public const string Available = "availableModels";

    public const string Denied = "deniedModels";

    private static readonly ImmutableArray<string> Lists = [Fallback, Available];

    private static readonly ImmutableArray<string> Keys =
    [
        ClaudeKeys.Model, Fallback, Main, Default, OfFamily(ModelFamily.Opus), OfFamily(ModelFamily.Sonnet), Haiku,
        OfFamily(ModelFamily.Fable), "env.CLAUDE_CODE_SUBAGENT_MODEL", SmallFast,
    ];

    /// <summary>What an alias such as <c>opus</c> stands for.</summary>
    public static string OfFamily(ModelFamily family) => $"env.ANTHROPIC_DEFAULT_{family.ToString().ToUpperInvariant()}_MODEL";

    /// <summary>A key whose value may be a list of models.</summary>
    internal static bool IsList(string key) => key is Fallback or Available or Denied;

    public static ImmutableArray<ModelPin> Of(ClaudeSettings claude) =>
    [
        .. Fallbacks(claude),
        .. Keys.Concat(Overrides(claude))
            .Select(key => claude[key])
            .OfType<EffectiveSetting>()
            .Where(setting => setting.IsSet && !IsMasked(setting.Text!))
            .Select(setting => new ModelPin(setting, ModelId.Parse(setting.Text!))),
    ];

    /// <summary>All models that are named, also those that are only offered.</summary>
    internal static IEnumerable<ModelId> Named(ClaudeSettings claude) => Texts(claude).Where(text => !IsMasked(text)).Select(ModelId.Parse);

    /// <summary>Whether somebody chose models that the facts do not show: in a list, by an ARN that only the account knows.</summary>
    internal static bool HasUnseen(ClaudeSettings claude) =>
        claude.Layers.SelectMany(layer => layer.Settings).Any(setting =>
            Lists.Contains(setting.Key) && setting.Form == JsonValueKind.Array && setting.Value != $"a list of {setting.Items.Length}")
        || Texts(claude).Any(text => IsMasked(text) || ModelId.Parse(text) is ModelId.Arn { Prefix: null });

    /// <summary>What is tried in this order when the model is overloaded: each one is called as it is written.</summary>
    private static IEnumerable<ModelPin> Fallbacks(ClaudeSettings claude) => claude[Fallback] is not { } list
        ? []
        : list.Items
            .Select((text, place) => list with
            {
                Key = $"{Fallback}[{place.ToString(System.Globalization.CultureInfo.InvariantCulture)}]",
                Value = text,
                Form = JsonValueKind.String,
            })
            .Where(setting => setting.IsSet && !IsMasked(setting.Text!))
            .Select(setting => new ModelPin(setting, ModelId.Parse(setting.Text!)));

    private static IEnumerable<string> Texts(ClaudeSettings claude) =>
        Keys.Append(CustomOption).Concat(Overrides(claude)).Select(claude.Text).OfType<string>()
            .Concat(claude.Layers.SelectMany(layer => layer.Settings)
                .Where(setting => Lists.Contains(setting.Key))
                .SelectMany(setting => setting.Items));

    private static bool IsMasked(string text) => text.Contains(SecretName.Mask, StringComparison.Ordinal);

    private static IEnumerable<string> Overrides(ClaudeSettings claude) => claude.Layers
        .SelectMany(layer => layer.Settings)
        .Select(setting => setting.Key)
        .Where(key => key.StartsWith(ClaudeKeys.ModelOverridesPrefix, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}

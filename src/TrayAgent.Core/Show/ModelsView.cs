using System.Collections.Immutable;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Show;

/// <summary>What <c>trayagent models</c> says.</summary>
/// <param name="Reason">Why AWS did not say it just now; null when it did.</param>
public sealed record ModelsView(
    DateTimeOffset Now, TimeZoneInfo Zone, ModelOffers Offers, ImmutableArray<ModelPin> Pins, string? Reason)
{
    private static readonly ImmutableArray<ModelFamily> Families =
        [ModelFamily.Opus, ModelFamily.Sonnet, ModelFamily.Haiku, ModelFamily.Fable];

    /// <summary>Profiles of the user's organisation; empty when AWS was not asked or names none.</summary>
    public ImmutableArray<InferenceProfile> Own { get; init; } = [];

    /// <summary>The prefix that says where the user's data may go; null when nobody has chosen yet.</summary>
    public string? Residency { get; init; }

    /// <summary>What an administrator lets people choose.</summary>
    public PermittedModels Permitted { get; init; } = new(null, []);

    /// <summary>For each family of which there is something to recommend or to choose from.</summary>
    public IEnumerable<(ModelFamily Family, ModelChoice Choice)> Recommended => Families
        .Select(family => (family, ModelPicking.Best(Permitted.Of(Offers), family, Residency)))
        .Where(choice => choice.Item2 is not ModelChoice.None);
}

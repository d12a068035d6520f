using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Which inference profiles can be called from a region. A live list overrules the built-in one entirely.</summary>
/// <param name="Profiles">In each family the best model first, and of one model ordinal by prefix.</param>
public sealed record ModelOffers(string Region, OfferSource Source, ImmutableArray<OfferedProfile> Profiles)
{
    /// <param name="live">Of that very region; null when AWS was not asked lately.</param>
    public static ModelOffers In(string region, LiveProfiles? live)
    {
        var catalogue = ModelCatalogue.BuiltIn;
        return live is null
            ? new ModelOffers(region, new OfferSource.BuiltIn(catalogue.Collected), Ordered(BuiltIn(catalogue, region)))
            : new ModelOffers(region, new OfferSource.Live(live.At), Ordered(Live(catalogue, live)))
            {
                HasSystemProfiles = live.Profiles.Any(profile => profile.Kind == InferenceProfileKind.SystemDefined),
            };
    }

    /// <summary>False for a live list without one profile of AWS itself: that says nothing about what AWS offers there.</summary>
    public bool HasSystemProfiles { get; private init; } = true;

    public bool IsLive => Source is OfferSource.Live;

    public bool Has(string id) => Profiles.Any(profile => profile.Id == id);

    private static IEnumerable<OfferedProfile> BuiltIn(ModelCatalogue catalogue, string region) =>
        from model in catalogue.Models
        from profile in model.Profiles
        where profile.Regions.Contains(region)
        select new OfferedProfile(
            profile.Prefix + model.Id, model.Name, model.Id, profile.Prefix, model.Parts, model.Status, profile.Confidence);

    /// <summary>What AWS lists is there, however doubtful it was to us; only that a model is deprecated AWS does not say.</summary>
    private static IEnumerable<OfferedProfile> Live(ModelCatalogue catalogue, LiveProfiles live) =>
        from profile in live.Profiles
        where profile.Kind == InferenceProfileKind.SystemDefined
        let id = ModelId.Parse(profile.Id) as ModelId.Profile
        where id is not null
        let known = catalogue.Find(id.Model)
        select new OfferedProfile(
            profile.Id,
            known?.Name ?? profile.Name,
            id.Model,
            id.RegionPrefix,
            ModelName.Parse(id.Model),
            known?.Status ?? ModelStatus.Current,
            Confidence.Good);

    private static ImmutableArray<OfferedProfile> Ordered(IEnumerable<OfferedProfile> profiles) =>
    [
        .. profiles
            .OrderBy(profile => profile.Parts?.Family ?? (ModelFamily)int.MaxValue)
            .ThenBy(profile => ModelOrder.Of(profile))
            .ThenBy(profile => profile.Model, StringComparer.Ordinal)
            .ThenBy(profile => profile.Prefix, StringComparer.Ordinal),
    ];
}

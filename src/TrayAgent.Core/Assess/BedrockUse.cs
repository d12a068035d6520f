using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess;

/// <summary>Which models Claude Code calls on Bedrock, and from where. There is none where a gateway stands between: its IDs are its own.</summary>
internal sealed record BedrockUse(ClaudeSettings Claude, ClaudeRegion Region, ModelOffers Offers, ImmutableArray<ModelPin> Pins)
{
    public static BedrockUse? In(Snapshot snapshot)
    {
        var claude = snapshot.Claude;
        if (ClaudeProviders.Of(claude) != ClaudeProvider.Bedrock || claude.Text(ClaudeKeys.BedrockBaseUrl) is not null)
        {
            return null;
        }

        var region = ClaudeRegion.Of(claude, snapshot.ConfigOfClaude);
        return new BedrockUse(claude, region, snapshot.Offers(region.Name), ModelPins.Of(claude))
        {
            Snapshot = snapshot,
            Permitted = PermittedModels.Of(claude),
            BackgroundOffers = claude.Text(ModelPins.SmallFastRegion) is { } other ? snapshot.Offers(other) : null,
        };
    }

    public required Snapshot Snapshot { get; init; }

    public required PermittedModels Permitted { get; init; }

    /// <summary>Of a region of their own for background models; null when they are called where the others are.</summary>
    private ModelOffers? BackgroundOffers { get; init; }

    /// <summary>The prefix that says where data may go; null when nobody has chosen yet. Who calls a model in the region itself has.</summary>
    public string? Residency => ModelPicking.Residency(Claude) ?? (Pins.Any(IsInRegion) ? ModelPicking.Unseen : null);

    /// <summary>Those whose model is still served, so that its ID is worth a look.</summary>
    public IEnumerable<ModelPin> Living => Pins.Where(pin => Retired(pin.Id) is null);

    public bool UsesMantle => Claude.IsOn(ClaudeKeys.UseMantle);

    public ModelPin? Pin(string key) => Pins.FirstOrDefault(pin => pin.Key == key);

    /// <summary>What can be called where this pin is used.</summary>
    public ModelOffers OffersFor(ModelPin pin) =>
        pin.Key is ModelPins.Haiku or ModelPins.SmallFast ? BackgroundOffers ?? Offers : Offers;

    /// <summary>Among what a model may be chosen for this pin; null: for one that does not exist yet.</summary>
    public ModelOffers ChoicesFor(ModelPin? pin) => Permitted.Of(pin is null ? Offers : OffersFor(pin));

    public LiveProfiles? Live(string region) => Snapshot.Live(region);

    private bool IsInRegion(ModelPin pin) =>
        pin.Id is ModelId.Raw { Base: { } id } && ModelCatalogue.BuiltIn.Find(id)?.InRegion.Contains(OffersFor(pin).Region) == true;

    public static RetiredModel? Retired(ModelId id)
    {
        var model = id.Base ?? (id is ModelId.Api ? "anthropic." + id.Text : id.Text);
        return ModelCatalogue.BuiltIn.Retired.FirstOrDefault(retired => retired.Is(model));
    }
}

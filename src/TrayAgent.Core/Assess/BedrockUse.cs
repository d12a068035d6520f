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
            BackgroundOffers = claude.Text(ModelPins.SmallFastRegion) is { } other ? snapshot.Offers(other) : null,
        };
    }

    /// <summary>Of a region of their own for background models; null when they are called where the others are.</summary>
    private ModelOffers? BackgroundOffers { get; init; }

    /// <summary>The prefix that says where data may go; null when nobody has chosen yet.</summary>
    public string? Residency => ModelPicking.Residency(Claude);

    public bool UsesMantle => Claude.IsOn(ClaudeKeys.UseMantle);

    public ModelPin? Pin(string key) => Pins.FirstOrDefault(pin => pin.Key == key);

    /// <summary>What can be called where this pin is used.</summary>
    public ModelOffers OffersFor(ModelPin pin) =>
        pin.Key is ModelPins.Haiku or ModelPins.SmallFast ? BackgroundOffers ?? Offers : Offers;
}

using System.Collections.Immutable;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Picks among what a region offers. Data stays where the user has it; where there was no choice yet, it is <c>global.</c></summary>
public static class ModelPicking
{
    /// <summary>A residency that the facts do not show: nothing is known to keep it, so a person must choose.</summary>
    public const string Unseen = "unseen";

    private const string Global = "global.";

    private const string Apac = "apac.";

    // What is inside of the old prefix; it serves no model since Claude 4.5.
    private static readonly ImmutableArray<string> InsideApac = [Apac, "jp.", "au.", "in."];

    /// <summary>The best model of a family.</summary>
    /// <param name="residency">The prefix of the user's present pins; null when there is no choice yet.</param>
    public static ModelChoice Best(ModelOffers offers, ModelFamily family, string? residency) =>
        Among([.. offers.Profiles.Where(profile => profile.Parts?.Family == family && profile.IsRecommendable)], residency);

    /// <summary>One model, whatever we think of it: who has it may keep it.</summary>
    /// <param name="model">Its ID on Bedrock.</param>
    /// <inheritdoc cref="Best"/>
    public static ModelChoice Same(ModelOffers offers, string model, string? residency) =>
        Among([.. offers.Profiles.Where(profile => profile.Model == model && profile.Confidence == Confidence.Good)], residency);

    /// <summary>The same, or else what Claude Code is told to put before the models that it chooses itself.</summary>
    public static string? Residency(ClaudeSettings claude) =>
        Residency(ModelPins.Named(claude))
        ?? (claude.Text(ModelPins.RegionPrefix) is { } prefix ? prefix.Trim().TrimEnd('.').ToLowerInvariant() + "."
            : ModelPins.HasUnseen(claude) ? Unseen
            : null);

    /// <summary>What the settings say about where data may go: the prefix of a pin that is bound to a place, else <c>global.</c>.</summary>
    /// <returns>Null when nothing is pinned.</returns>
    public static string? Residency(IEnumerable<ModelId> pins)
    {
        var prefixes = pins.Select(Prefix).OfType<string>().ToList();
        return prefixes.Find(prefix => prefix != Global) ?? prefixes.FirstOrDefault();
    }

    /// <summary>Also an ID with a mistake says where data may go.</summary>
    private static string? Prefix(ModelId pin)
    {
        // What stands before a slash is not AWS's: 'bedrock/us.anthropic.claude-opus-4-8'.
        var text = pin.Text[(pin.Text.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return pin.Prefix
            ?? ModelId.Parse(text).Prefix
            ?? ModelCatalogue.BuiltIn.Prefixes.Keys.FirstOrDefault(prefix => text.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <param name="profiles">The best model first.</param>
    private static ModelChoice Among(ImmutableArray<OfferedProfile> profiles, string? residency) =>
        profiles.IsEmpty ? new ModelChoice.None()
        : residency is null or Global ? new ModelChoice.Pick(Free(profiles))
        : profiles.FirstOrDefault(profile => Keeps(profile.Prefix, residency)) is { } kept ? new ModelChoice.Pick(kept)
        : new ModelChoice.Ask([.. profiles.Where(profile => profile.Model == profiles[0].Model)]);

    /// <summary>The best model, and of that <c>global.</c>; else what is nearest, as in GovCloud.</summary>
    private static OfferedProfile Free(ImmutableArray<OfferedProfile> profiles)
    {
        var best = profiles.Where(profile => profile.Model == profiles[0].Model).ToList();
        return best.Find(profile => profile.Prefix == Global) ?? best[0];
    }

    private static bool Keeps(string prefix, string residency) =>
        prefix == residency || (residency == Apac && InsideApac.Contains(prefix));
}

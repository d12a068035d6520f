using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A region prefix, or an ARN, that cannot be called from the region where Claude Code calls Bedrock.</summary>
internal static class ClaudeModelPrefixRegion
{
    private const string Apac = "apac.";

    private static readonly Version LastOfApac = new(4, 4);

    public static IEnumerable<Found> Find(Judged judged) =>
        from use in judged.Bedrock is { } found ? [found] : Array.Empty<BedrockUse>()
        from pin in use.Living
        let finding = OfArn(use, pin) ?? OfPrefix(use, pin)
        where finding is not null
        select new Found(finding) { File = pin.Setting.Source.Place, Keys = [pin.Key] };

    private static ModelCatalogue List => ModelCatalogue.BuiltIn;

    /// <summary>Nobody but the user's organisation knows which other ARN would do.</summary>
    private static Finding? OfArn(BedrockUse use, ModelPin pin) =>
        pin.Id is ModelId.Arn { Region.Length: > 0, Kind: not (ArnKind.FoundationModel or ArnKind.Other) } arn
            && arn.Region != use.OffersFor(pin).Region
            ? Of(
                pin,
                Severity.Error,
                $"'{pin.Name}' is an ARN of '{arn.Region}', but Claude Code calls Bedrock in '{use.OffersFor(pin).Region}'.",
                Remedy.Advice((Serves(use, arn) ? $"Set 'AWS_REGION' to '{arn.Region}', or write" : $"'{arn.Region}' has no Claude model: write")
                    + $" an ARN of '{use.OffersFor(pin).Region}' {PinRemedies.Where(pin.Setting.Source)}."))
            : null;

    private static bool Serves(BedrockUse use, ModelId.Arn arn) => List.Serves(arn.Region) || use.Live(arn.Region) is { Profiles.IsEmpty: false };

    private static Finding? OfPrefix(BedrockUse use, ModelPin pin)
    {
        var offers = use.OffersFor(pin);
        if (pin.Id is not { Prefix: { } prefix, Base: { } model } || !IsOutside(offers, prefix, model))
        {
            return null;
        }

        // Some source tells of a profile with this prefix, and others deny it.
        var isDoubtful = !offers.IsLive && offers.Has(prefix + model);
        var kept = (List.Find(model) ?? (ModelName.Parse(model) is { } name ? List.Meant(name) : null))?.Id ?? model;
        return Of(
            pin,
            isDoubtful ? Severity.Warning : Severity.Error,
            prefix == Apac && IsNew(model)
                ? $"'{pin.Name}' is '{pin.Id.Text}', but the prefix 'apac.' serves no model since Claude 4.5."
                : $"'{pin.Name}' is '{pin.Id.Text}', which cannot be called from '{offers.Region}'.",
            PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), kept, prefix)));
    }

    /// <summary>Only where it is sure: what the built-in list does not know may be new.</summary>
    private static bool IsOutside(ModelOffers offers, string prefix, string model) =>
        offers.IsLive ? !offers.Profiles.IsEmpty && !offers.Profiles.Any(profile => profile.Prefix == prefix)
        : (prefix == Apac && IsNew(model))
            || (List.Prefixes.TryGetValue(prefix, out var regions) && !regions.Contains(offers.Region)
                && (List.Serves(offers.Region) || IsElsewhere(regions, offers.Region)));

    private static bool IsNew(string model) => ModelName.Parse(model)?.Version > LastOfApac;

    private static bool IsElsewhere(IEnumerable<string> regions, string region) =>
        !regions.Any(known => known.Split('-')[0] == region.Split('-')[0]);

    private static Finding Of(ModelPin pin, Severity severity, string message, Remedy remedy) =>
        new(FindingCodes.ClaudeModelPrefixRegion, severity, pin.Key, message, remedy);
}

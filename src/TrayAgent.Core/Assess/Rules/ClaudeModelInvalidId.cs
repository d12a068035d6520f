using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>An ID that Bedrock does not know: a typo, a wrong suffix, a profile that does not exist. What is merely unknown is not wrong.</summary>
internal static class ClaudeModelInvalidId
{
    public static IEnumerable<Found> Find(Judged judged) =>
        from use in judged.Bedrock is { } found ? [found] : Array.Empty<BedrockUse>()
        from pin in use.Living
        let form = ModelForm.Of(pin.Setting.Text!)
        let finding = form is { IsOnlyBlank: false } ? OfForm(use, pin, form) : OfId(use, pin) ?? OfBlank(use, pin, form)
        where finding is not null
        select new Found(finding) { File = pin.Setting.Source.Place, Keys = [pin.Key] };

    /// <summary>What is plainly no part of an ID is said before the ID itself is judged.</summary>
    private static Finding OfForm(BedrockUse use, ModelPin pin, ModelForm form)
    {
        var meant = pin with { Id = ModelId.Parse(form.Id) };
        return Of(
            pin,
            Severity.Error,
            Form(pin, form),
            meant.Id is { Base: { } model } id && List.Find(model) is not null
                ? PinRemedies.For(use, meant, ModelPicking.Same(use.ChoicesFor(pin), model, id.Prefix ?? use.Residency))
                : Remedy.Advice($"Correct it {PinRemedies.Where(pin.Setting.Source)}."));
    }

    /// <summary>A raw ID and a name of Anthropic's have more wrong with them, and that is said.</summary>
    private static Finding? OfBlank(BedrockUse use, ModelPin pin, ModelForm? form) => form is not null && pin.Id is (ModelId.Profile or ModelId.Arn)
        ? Of(pin, Severity.Warning, Form(pin, form), PinRemedies.Write(use, pin, pin.Id.Text))
        : null;

    private static string Form(ModelPin pin, ModelForm form) => $"'{pin.Name}' is '{pin.Setting.Text}': {form.Mistake}. Did you mean '{form.Id}'?";

    private static Finding? OfId(BedrockUse use, ModelPin pin) => pin.Id switch
    {
        ModelId.Profile profile => OfProfile(use, pin, profile),
        ModelId.Arn { Kind: ArnKind.InferenceProfile, Inner: ModelId.Profile inner } => OfProfile(use, pin, inner),
        ModelId.Arn arn => ModelArn.Find(use, pin, arn),
        ModelId.Api api => OfApi(use, pin, api),
        ModelId.Raw raw when ModelName.Parse(raw.Text) is null => OfTypo(use, pin),
        ModelId.Unknown => ModelArn.OfText(pin) ?? OfTypo(use, pin),
        _ => null,
    };

    private static ModelCatalogue List => ModelCatalogue.BuiltIn;

    private static Finding? OfProfile(BedrockUse use, ModelPin pin, ModelId.Profile profile)
    {
        var offers = use.OffersFor(pin);
        if (offers.Has(profile.Text))
        {
            return null;
        }

        var name = ModelName.Parse(profile.Model);
        var known = List.Find(profile.Model);
        if (name is not null && known is null && List.Meant(name) is { IsDoubtful: false } meant)
        {
            return Of(
                pin,
                Severity.Error,
                $"'{pin.Name}' is '{pin.Id.Text}', but {meant.Name} is called '{meant.Id}' on Bedrock.",
                PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), meant.Id, profile.RegionPrefix)));
        }

        if (offers.IsLive && offers.Profiles.Any(offered => offered.Prefix == profile.RegionPrefix))
        {
            return Of(
                pin,
                Severity.Error,
                $"'{pin.Name}' is '{pin.Id.Text}', which is not among the inference profiles that AWS lists for '{offers.Region}'."
                    + Question(profile.Text, offers),
                PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), profile.Model, profile.RegionPrefix)));
        }

        return known is null ? name is null ? OfTypo(use, pin) : null
            : known.RefusedPrefixes.Contains(profile.RegionPrefix)
                ? Of(
                    pin,
                    Severity.Error,
                    $"'{pin.Name}' is '{pin.Id.Text}', but {known.Name} has no inference profile with '{profile.RegionPrefix}'.",
                    PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), known.Id, profile.RegionPrefix)))
            : !List.Prefixes.ContainsKey(profile.RegionPrefix)
                ? Of(
                    pin,
                    Severity.Warning,
                    $"'{pin.Name}' is '{pin.Id.Text}', and no region prefix '{profile.RegionPrefix}' is known.",
                    PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), known.Id, profile.RegionPrefix)))
            : known.IsComplete && known.Profiles.All(offered => offered.Prefix != profile.RegionPrefix)
                ? Of(
                    pin,
                    Severity.Warning,
                    $"'{pin.Name}' is '{pin.Id.Text}', but on {List.Collected:yyyy-MM-dd} {known.Name} had no inference profile with '{profile.RegionPrefix}'.",
                    PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), known.Id, profile.RegionPrefix)))
            : null;
    }

    /// <remarks>A key of <c>modelOverrides</c> says what Claude Code sends instead.</remarks>
    private static Finding? OfApi(BedrockUse use, ModelPin pin, ModelId.Api api) =>
        api.Base is { } model && use.Claude.Text(ClaudeKeys.ModelOverridesPrefix + api.Text) is null
            ? Of(
                pin,
                Severity.Warning,
                $"'{pin.Name}' is '{pin.Id.Text}', which is the name at Anthropic's own service; Bedrock does not know it.",
                PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), model, use.Residency)))
            : null;

    private static Finding? OfTypo(BedrockUse use, ModelPin pin) =>
        ModelTypo.Meant(pin.Id.Text, use.OffersFor(pin).Region) is { } nearest
            ? Of(
                pin,
                Severity.Error,
                $"'{pin.Name}' is '{pin.Id.Text}', which is no model ID. Did you mean '{nearest}'?",
                ModelId.Parse(nearest) is { Base: { } model } meant
                    ? PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), model, meant.Prefix ?? use.Residency))
                    : null)
            : null;

    private static string Question(string id, ModelOffers offers) =>
        NearestName.Within(ModelTypo.Slip, id, offers.Profiles.Select(profile => profile.Id)) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static Finding Of(ModelPin pin, Severity severity, string message, Remedy? remedy) =>
        new(FindingCodes.ClaudeModelInvalidId, severity, pin.Key, message, remedy);
}

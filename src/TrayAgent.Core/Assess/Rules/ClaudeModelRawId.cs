using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A model's own ID, which Bedrock refuses on demand: it must be that of an inference profile.</summary>
internal static class ClaudeModelRawId
{
    /// <summary>Older ones can be called by their own ID.</summary>
    private static readonly Version First = new(3, 7);

    public static IEnumerable<Found> Find(Judged judged) =>
        from use in judged.Bedrock is { } found ? [found] : Array.Empty<BedrockUse>()
        from pin in use.Living
        let bare = Bare(pin.Id)
        where bare is not null && !IsCallable(use, pin, bare)
        let known = List.Find(bare) ?? Meant(bare)
        select new Found(new Finding(
            FindingCodes.ClaudeModelRawId,
            known is null ? Severity.Warning : Severity.Error,
            pin.Key,
            $"'{pin.Name}' is '{pin.Id.Text}', a model's own ID. Bedrock wants the ID of an inference profile, with a region prefix.",
            known is null
                ? Remedy.Advice($"Put {Prefix(use)} before it {PinRemedies.Where(pin.Setting.Source)}, or what 'trayagent models' lists.")
                : PinRemedies.For(use, pin, ModelPicking.Same(use.ChoicesFor(pin), known.Id, use.Residency))))
        {
            File = pin.Setting.Source.Place,
            Keys = [pin.Key],
        };

    private static ModelCatalogue List => ModelCatalogue.BuiltIn;

    private static string Prefix(BedrockUse use) => use.Residency switch
    {
        ModelPicking.Unseen => "the region prefix of where your data may go",
        var residency => $"'{residency ?? "global."}'",
    };

    private static string? Bare(ModelId id) => id switch
    {
        ModelId.Raw raw => raw.Base,
        ModelId.Mantle mantle => mantle.Base,
        ModelId.Arn { Kind: ArnKind.FoundationModel, Inner.Base: { } inner } => inner,
        _ => null,
    };

    private static Model? Meant(string id) => ModelName.Parse(id) is { } name ? List.Meant(name) : null;

    /// <summary>By Mantle, by its age, or where the region itself has the model.</summary>
    private static bool IsCallable(BedrockUse use, ModelPin pin, string bare) =>
        (use.UsesMantle && pin.Id is ModelId.Mantle or ModelId.Raw { IsMantleToo: true })
        || ModelName.Parse(bare) is null
        || ModelName.Parse(bare)!.Version < First
        || List.Find(bare)?.InRegion.Contains(use.OffersFor(pin).Region) == true;
}

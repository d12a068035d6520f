using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A model whose end is announced, or the old name of a variable.</summary>
internal static class ClaudeModelRetired
{
    public static IEnumerable<Found> Find(Judged judged) =>
        from use in judged.Bedrock is { } found ? [found] : Array.Empty<BedrockUse>()
        from pin in use.Pins
        let finding = OfEnded(use, pin) ?? OfModel(use, pin) ?? OfVariable(use, pin)
        where finding is not null
        select new Found(finding) { File = pin.Setting.Source.Place, Keys = [pin.Key] };

    private static Finding? OfEnded(BedrockUse use, ModelPin pin)
    {
        if (BedrockUse.Retired(pin.Id) is not { } ended)
        {
            return null;
        }

        // Our list is old news, and in GovCloud models live longer: only what AWS itself lists is certain.
        var (severity, words) = use.OffersFor(pin) switch
        {
            { IsLive: true } offers when !offers.Has(pin.Id.Text) => (Severity.Error, $"but Bedrock does not serve {ended.Name} any more."),
            { IsLive: false } offers when !offers.Region.StartsWith("us-gov-", StringComparison.Ordinal) =>
                (Severity.Warning, $"but Bedrock has ended {ended.Name}, as far as is known."),
            _ => (Severity.Warning, $"and the end of {ended.Name} is announced."),
        };
        return new Finding(
            FindingCodes.ClaudeModelRetired,
            severity,
            pin.Key,
            $"'{pin.Name}' is '{pin.Id.Text}', {words}",
            PinRemedies.For(use, pin, ModelPicking.Best(use.ChoicesFor(pin), ended.Family, Residency(use, pin))));
    }

    /// <summary>Those of old were called by their own ID and kept the data in their region, which none of today's does.</summary>
    private static string? Residency(BedrockUse use, ModelPin pin) =>
        pin.Id.Prefix ?? use.Residency ?? (pin.Id is ModelId.Raw ? ModelPicking.Unseen : null);

    private static Finding? OfModel(BedrockUse use, ModelPin pin) =>
        pin.Id.Base is { } id && ModelCatalogue.BuiltIn.Find(id) is { Status: ModelStatus.Deprecated } model
            ? new Finding(
                FindingCodes.ClaudeModelRetired,
                Severity.Warning,
                pin.Key,
                $"'{pin.Name}' is '{pin.Id.Text}', and the end of {model.Name} is announced.",
                PinRemedies.For(
                    use, pin, ModelPicking.Best(use.ChoicesFor(pin), model.Parts.Family, pin.Id.Prefix ?? use.Residency)))
            : null;

    private static Finding? OfVariable(BedrockUse use, ModelPin pin)
    {
        if (pin.Key != ModelPins.SmallFast)
        {
            return null;
        }

        const string Message = "'ANTHROPIC_SMALL_FAST_MODEL' is the old name of 'ANTHROPIC_DEFAULT_HAIKU_MODEL'; it still works.";
        var where = PinRemedies.Where(pin.Setting.Source);
        var remove = new SettingsChange.Remove(ModelPins.SmallFast);
        var isThere = use.Pin(ModelPins.Haiku) is not null;
        var text = isThere ? $"Remove it {where}: the new one is there." : $"Rename it {where}.";
        return new Finding(
            FindingCodes.ClaudeModelRetired,
            Severity.Info,
            pin.Key,
            Message,
            pin.Setting.Source.Scope == SettingsScope.Shell || !PinRemedies.IsOurs(use, pin) ? Remedy.Advice(text)
            : isThere ? PinRemedies.Fix(use.Claude, text, remove)
            : PinRemedies.Fix(use.Claude, text, new SettingsChange.Put(ModelPins.Haiku, pin.Setting.Text!), remove));
    }
}

using System.Collections.Immutable;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Which models an administrator lets people choose; nothing else is ever recommended or written.</summary>
/// <param name="Available">Families (<c>opus</c>), versions (<c>opus-4-8</c>) and IDs; null when all may be chosen.</param>
/// <param name="Denied">The same, of what may not.</param>
/// <remarks>https://code.claude.com/docs/en/model-config</remarks>
public sealed record PermittedModels(ImmutableArray<string>? Available, ImmutableArray<string> Denied)
{
    public static PermittedModels Of(ClaudeSettings claude) =>
        new(Managed(claude, ModelPins.Available)?.Items, Managed(claude, ModelPins.Denied)?.Items ?? []);

    /// <summary>What is left to choose from.</summary>
    public ModelOffers Of(ModelOffers offers) => Available is null && Denied.IsEmpty
        ? offers
        : offers with { Profiles = [.. offers.Profiles.Where(Permits)] };

    private static EffectiveSetting? Managed(ClaudeSettings claude, string key) =>
        claude[key] is { Source.IsManaged: true, Form: System.Text.Json.JsonValueKind.Array } list ? list : null;

    private bool Permits(OfferedProfile profile) =>
        (Available is not { } available || available.Any(entry => Names(entry, profile))) && !Denied.Any(entry => Names(entry, profile));

    private static bool Names(string entry, OfferedProfile profile)
    {
        var text = ModelId.Parse(entry).Text.ToLowerInvariant();
        return Enum.TryParse<ModelFamily>(text, ignoreCase: true, out var family)
            ? profile.Parts?.Family == family
            : text == profile.Id || IsVersion(text, profile.Model);
    }

    /// <summary><c>opus-4-8</c>, <c>claude-opus-4-8</c> or the whole ID of the model; 'opus-4' is no 'opus-45'.</summary>
    private static bool IsVersion(string text, string model)
    {
        var start = text.StartsWith("anthropic.", StringComparison.Ordinal) ? text
            : text.StartsWith("claude-", StringComparison.Ordinal) ? "anthropic." + text
            : "anthropic.claude-" + text;
        return model.StartsWith(start, StringComparison.Ordinal) && (model.Length == start.Length || model[start.Length] is '-' or ':');
    }
}

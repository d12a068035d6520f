using System.Collections.Immutable;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>Which model Claude Code is to be pinned to: one that can be called from its region, where the user's data may go.</summary>
public static class ModelAnswer
{
    /// <summary>Instead of an ID: what Claude Code uses by itself stays.</summary>
    public const string None = "none";

    private static readonly string[] Pins =
    [
        SetupClaude.ModelKey, SetupClaude.SmallModelKey, "env.ANTHROPIC_DEFAULT_OPUS_MODEL", "env.ANTHROPIC_DEFAULT_SONNET_MODEL",
        ClaudeKeys.Model,
    ];

    /// <summary>The present pin where it can be called, else the best of the family that keeps the data where it is; null: nothing certain.</summary>
    /// <param name="residency">The region prefix that the data is bound to; null when there was no choice yet.</param>
    public static string? Suggested(ClaudeSettings settings, ModelOffers offers, string key, ModelFamily family, string? residency)
    {
        if (settings.Text(key) is { } pinned && Problem(pinned, offers) is null)
        {
            return pinned;
        }

        return ModelPicking.Best(offers, family, residency) is ModelChoice.Pick(var best) ? best.Id : null;
    }

    /// <summary>What can be chosen: those worth it, of the family first.</summary>
    public static ImmutableArray<OfferedProfile> Choices(ModelOffers offers, ModelFamily family) =>
    [
        .. offers.Profiles.Where(profile => profile.IsRecommendable).OrderBy(profile => profile.Parts?.Family == family ? 0 : 1),
    ];

    /// <summary>A sentence; null when it will do.</summary>
    public static string? Problem(string text, ModelOffers offers) => text == None ? null : ModelId.Parse(text) switch
    {
        ModelId.Arn or ModelId.Profile when Callable(text, offers) => null,
        ModelId.Profile profile => $"'{Visible.Of(text, 80)}' cannot be called from '{offers.Region}'.{Instead(profile, offers)}",
        ModelId.Unknown => $"'{Visible.Of(text, 80)}' is no model that TrayAgent knows of. 'trayagent models' lists them.",
        var other => $"'{Visible.Of(text, 80)}' is no inference profile.{Instead(other, offers)}",
    };

    /// <summary>What the present pins say about where data may go.</summary>
    public static string? Residency(ClaudeSettings settings) =>
        ModelPicking.Residency(Pins.Select(settings.Text).OfType<string>().Select(ModelId.Parse));

    private static bool Callable(string text, ModelOffers offers) => ModelId.Parse(text) switch
    {
        ModelId.Profile profile => offers.Has(profile.Text),
        ModelId.Arn arn => arn.Region.Length == 0 || arn.Region == offers.Region,
        _ => false,
    };

    private static string Instead(ModelId id, ModelOffers offers)
    {
        var same = offers.Profiles.Where(profile => profile.Model == id.Base).Select(profile => $"'{id.Like(profile.Id)}'").ToList();
        return same.Count == 0 ? " 'trayagent models' lists what can." : $" Use {string.Join(" or ", same)}.";
    }
}

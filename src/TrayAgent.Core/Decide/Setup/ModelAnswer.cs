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

    private const string Models = " 'trayagent models' lists what can be called.";

    /// <summary>The present pin where it can be called, else the best of the family that keeps the data where it is; null: nothing certain.</summary>
    /// <param name="residency">The region prefix that the data is bound to; null when there was no choice yet.</param>
    public static string? Suggested(ClaudeSettings settings, ModelOffers offers, string key, ModelFamily family, string? residency)
    {
        if (settings.Text(key) is { } pinned && Problem(pinned, offers) is null)
        {
            return pinned;
        }

        // The old name of that variable says it already.
        if (key == ModelPins.Haiku && settings.Text(key) is null && settings.Text(ModelPins.SmallFast) is not null)
        {
            return null;
        }

        return ModelPicking.Best(PermittedModels.Of(settings).Of(offers), family, residency) is ModelChoice.Pick(var best) ? best.Id : null;
    }

    /// <summary>What can be chosen: those worth it, of the family first.</summary>
    public static ImmutableArray<OfferedProfile> Choices(ModelOffers offers, ModelFamily family) =>
    [
        .. offers.Profiles.Where(profile => profile.IsRecommendable).OrderBy(profile => profile.Parts?.Family == family ? 0 : 1),
    ];

    /// <summary>A sentence; null when it will do.</summary>
    public static string? Problem(string text, ModelOffers offers)
    {
        var shown = Visible.Of(text, 80);
        return text == None ? null : ModelId.Parse(text) switch
        {
            ModelId.Profile profile when offers.Has(profile.Text) => null,
            ModelId.Arn arn when arn.Region == offers.Region => null,
            ModelId.Arn => $"'{shown}' is no inference profile of '{offers.Region}'.{Models}",
            ModelId.Profile profile => $"'{shown}' cannot be called from '{offers.Region}'.{Instead(profile, offers)}",
            ModelId.Unknown => $"'{shown}' is no model that TrayAgent knows of.{Models}",
            var other => $"'{shown}' is no inference profile.{Instead(other, offers)}",
        };
    }

    /// <summary>What is wrong with it in every region: a sentence; null when a region must tell.</summary>
    public static string? Problem(string text) => text == None ? null : ModelId.Parse(text) switch
    {
        ModelId.Profile or ModelId.Arn => null,
        ModelId.Unknown => $"'{Visible.Of(text, 80)}' is no model that TrayAgent knows of.{Models}",
        _ => $"'{Visible.Of(text, 80)}' is no inference profile.{Models}",
    };

    /// <summary>What the present settings say about where data may go.</summary>
    public static string? Residency(ClaudeSettings settings) =>
        ModelPicking.Residency(settings);

    /// <summary>Whoever has just chosen a model has said it for the other ones too; an ARN says it to AWS, and not to us.</summary>
    /// <param name="model">The answer; null when it stays what it is.</param>
    /// <param name="before">Of the present settings.</param>
    public static string? Residency(string? model, string? before) =>
        model is null ? before
        : ModelPicking.Residency([ModelId.Parse(model)])
            ?? before
            ?? (ModelId.Parse(model) is ModelId.Arn ? ModelPicking.Unseen : null);

    private static string Instead(ModelId id, ModelOffers offers)
    {
        var same = offers.Profiles.Where(profile => profile.Model == id.Base).Select(profile => $"'{id.Like(profile.Id)}'").ToList();
        return same.Count == 0 ? Models : $" Use {string.Join(" or ", same)}.";
    }
}

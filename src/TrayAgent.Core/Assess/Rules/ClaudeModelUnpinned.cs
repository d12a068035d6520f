using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>
/// Claude Code chooses a model itself: another one after each update, perhaps one that the account cannot use.
/// With the main model pinned, as most guides have it, what is left is only worth knowing.
/// </summary>
internal static class ClaudeModelUnpinned
{
    public static IEnumerable<Found> Find(Judged judged) =>
        judged.Bedrock is not { } use ? []
        : OfMain(use) is { } main ? [new Found(main) { Keys = [main.Subject] }]
        : IsBackgroundPinned(use) ? []
        : [new Found(OfBackground(use)) { Keys = [ModelPins.Haiku] }];

    /// <summary>Null when it is pinned, be it by an alias whose model is.</summary>
    private static Finding? OfMain(BedrockUse use)
    {
        var main = use.Pin(ModelPins.Main) ?? use.Pin(ClaudeKeys.Model) ?? use.Pin(ModelPins.Default);
        if (main is null)
        {
            return OfMain(use, ModelPins.Main, ModelFamily.Opus, "'ANTHROPIC_MODEL' is not set");
        }

        var family = (main.Id as ModelId.ShortName)?.Family ?? ModelFamily.Opus;
        return main.Id is ModelId.ShortName && use.Pin(ModelPins.OfFamily(family)) is null
            ? OfMain(use, ModelPins.OfFamily(family), family, $"'{main.Name}' is '{main.Id.Text}', and '{Name(ModelPins.OfFamily(family))}' is not set")
            : null;
    }

    private static Finding OfMain(BedrockUse use, string key, ModelFamily family, string cause) => new(
        FindingCodes.ClaudeModelUnpinned,
        Severity.Warning,
        key,
        $"{cause}, so each update of Claude Code may choose another model, at another price, or one that your account cannot use.",
        Pinning(use, IsBackgroundPinned(use) ? [(key, family)] : [(key, family), (ModelPins.Haiku, ModelFamily.Haiku)]));

    private static bool IsBackgroundPinned(BedrockUse use) =>
        use.Pin(ModelPins.Haiku) is not null || use.Pin(ModelPins.SmallFast) is not null;

    private static Finding OfBackground(BedrockUse use)
    {
        // https://code.claude.com/docs/en/amazon-bedrock: what it chooses there begins with 'apac.', which serves no such model.
        var isTrap = use.Offers.Region.StartsWith("ap-", StringComparison.Ordinal) && use.Claude.Text(ModelPins.RegionPrefix) is null;
        var isOwnProfile = use.Pin(ModelPins.Main)?.Id is ModelId.Arn { Kind: ArnKind.ApplicationInferenceProfile };
        return new Finding(
            FindingCodes.ClaudeModelUnpinned,
            isTrap || isOwnProfile ? Severity.Warning : Severity.Info,
            ModelPins.Haiku,
            "'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself" + (
                isOwnProfile ? ", and an account that calls application inference profiles may not be allowed to use that."
                : isTrap ? $", and in '{use.Offers.Region}' takes the prefix 'apac.', which serves no current model."
                : "."),
            isOwnProfile
                ? Remedy.Advice("Ask for an application inference profile of a Haiku model, and write its ARN for "
                    + $"'ANTHROPIC_DEFAULT_HAIKU_MODEL' in '{use.Claude.UserFile}'.")
                : Pinning(use, (ModelPins.Haiku, ModelFamily.Haiku)));
    }

    private static Remedy Pinning(BedrockUse use, params (string Key, ModelFamily Family)[] keys)
    {
        var picks = keys
            .DistinctBy(key => key.Key)
            .Select(key => (key.Key, Choice: ModelPicking.Best(use.Offers, key.Family, use.Residency)))
            .Where(key => key.Choice is ModelChoice.Pick)
            .Select(key => (key.Key, ((ModelChoice.Pick)key.Choice).Profile.Id))
            .ToList();
        return picks.Count == 0
            ? Remedy.Advice($"Choose a model of 'trayagent models' and write its ID into '{use.Claude.UserFile}'.")
            : PinRemedies.Fix(
                use.Claude,
                $"Write {string.Join(" and ", picks.Select(pick => $"'{Name(pick.Key)}': '{pick.Id}'"))} into 'env' in '{use.Claude.UserFile}'.",
                [.. picks.Select(pick => new SettingsChange.Put(pick.Key, pick.Id))]);
    }

    private static string Name(string key) => key[ClaudeKeys.EnvironmentPrefix.Length..];
}

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
        :
        [
            .. new[] { OfMain(use) ?? (IsBackgroundPinned(use) ? null : OfBackground(use)) }.OfType<Finding>().Concat(OfOthers(use))
                .DistinctBy(finding => finding.Subject)
                .Select(finding => new Found(finding) { Keys = [finding.Subject] }),
        ];

    /// <summary>Null when it is pinned, be it by an alias whose model is.</summary>
    private static Finding? OfMain(BedrockUse use)
    {
        var main = use.Pin(ModelPins.Main) ?? use.Pin(ClaudeKeys.Model) ?? use.Pin(ModelPins.Default);
        if (main is null)
        {
            return OfMain(use, "'ANTHROPIC_MODEL' is not set", (ModelPins.Main, ModelFamily.Opus));
        }

        if (main.Id is not ModelId.ShortName alias)
        {
            return null;
        }

        var missing = (alias.Families.IsEmpty ? [ModelFamily.Opus] : alias.Families).Where(family => use.Pin(ModelPins.OfFamily(family)) is null).ToList();
        return missing.Count == 0 ? null : OfMain(
            use,
            $"'{main.Name}' is '{main.Id.Text}', and {Phrase.Names(missing.Select(family => Name(ModelPins.OfFamily(family))))} "
                + (missing.Count == 1 ? "is not set" : "are not set"),
            [.. missing.Select(family => (ModelPins.OfFamily(family), family))]);
    }

    private static Finding OfMain(BedrockUse use, string cause, params (string Key, ModelFamily Family)[] keys) => new(
        FindingCodes.ClaudeModelUnpinned,
        Severity.Warning,
        keys[0].Key,
        $"{cause}, so each update of Claude Code may choose another model, at another price, or one that your account cannot use"
            + (IsTrap(use) ? $"; {Trap(use)}." : "."),
        Pinning(use, IsBackgroundPinned(use) ? keys : [.. keys, (ModelPins.Haiku, ModelFamily.Haiku)]));

    /// <summary>An alias that something else than the main model uses: only where what it stands for cannot work.</summary>
    private static IEnumerable<Finding> OfOthers(BedrockUse use) =>
        from pin in IsTrap(use) ? use.Pins : []
        where pin.Key is not (ModelPins.Main or ClaudeKeys.Model or ModelPins.Default)
        from family in (pin.Id as ModelId.ShortName)?.Families ?? []
        let key = ModelPins.OfFamily(family)
        where family != ModelFamily.Haiku && use.Pin(key) is null
        select new Finding(
            FindingCodes.ClaudeModelUnpinned,
            Severity.Warning,
            key,
            $"'{pin.Name}' is '{pin.Id.Text}', and '{Name(key)}' is not set: {Trap(use)}.",
            Pinning(use, (key, family)));

    /// <summary>What Claude Code chooses there begins with 'apac.', unless it is told another prefix.</summary>
    /// <remarks>https://code.claude.com/docs/en/amazon-bedrock</remarks>
    private static bool IsTrap(BedrockUse use) =>
        use.Offers.Region.StartsWith("ap-", StringComparison.Ordinal)
        && (use.Claude.Text(ModelPins.RegionPrefix) is not { } prefix || prefix.Trim().TrimEnd('.').Equals("apac", StringComparison.OrdinalIgnoreCase));

    private static string Trap(BedrockUse use) =>
        $"in '{use.Offers.Region}' Claude Code takes the prefix 'apac.' for what it chooses itself, which serves no current model";

    private static bool IsBackgroundPinned(BedrockUse use) =>
        use.Pin(ModelPins.Haiku) is not null || use.Pin(ModelPins.SmallFast) is not null;

    private static Finding OfBackground(BedrockUse use)
    {
        var isTrap = IsTrap(use);
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
            .Select(key => (key.Key, Choice: ModelPicking.Best(use.ChoicesFor(null), key.Family, use.Residency)))
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

using System.Collections.Immutable;
using System.Diagnostics;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess;

/// <summary>What to write into a setting that names a model.</summary>
internal static class PinRemedies
{
    /// <summary>An edit only where data stays where it is; else a person must choose.</summary>
    public static Remedy For(BedrockUse use, ModelPin pin, ModelChoice choice) => choice switch
    {
        ModelChoice.Pick pick => Write(use, pin, pick.Profile.Id),
        ModelChoice.Ask ask => Remedy.Advice(Ask(use.OffersFor(pin).Region, pin, ask)),
        ModelChoice.None => Remedy.Advice(
            $"Choose another model for '{pin.Name}' {Where(pin.Setting.Source)}: 'trayagent models' lists them."),
        _ => throw new UnreachableException(),
    };

    /// <summary>Also the mark of the long context stays, if there is one.</summary>
    public static Remedy Write(BedrockUse use, ModelPin pin, string id)
    {
        var text = pin.Id.Like(id);
        return IsOurs(use, pin)
            ? Fix(use.Claude, $"Write '{text}' for '{pin.Name}' {Place(use, pin)}.", new SettingsChange.Put(pin.Key, text))
            : Remedy.Advice($"Write '{text}' for '{pin.Name}' {Where(pin.Setting.Source)}.");
    }

    /// <summary>An edit of the user's own file.</summary>
    public static Remedy Fix(ClaudeSettings claude, string text, params ImmutableArray<SettingsChange> changes) =>
        Remedy.Command(text, "trayagent", "claude", "fix") with { Edit = new SettingsEdit(claude.UserFile, changes) };

    /// <summary>Only the user's own file is edited, which also overrules the shell, and there only what is a key or a variable.</summary>
    public static bool IsOurs(BedrockUse use, ModelPin pin) =>
        !pin.Key.StartsWith(ClaudeKeys.ModelOverridesPrefix, StringComparison.Ordinal)
        && !pin.Key.EndsWith(']')
        && (pin.Setting.Source.Scope == SettingsScope.Shell
            || (pin.Setting.Source.Scope == SettingsScope.User && pin.Setting.Source.Place == use.Claude.UserFile));

    public static string Where(SettingSource source) =>
        source.Scope == SettingsScope.Shell ? "where your shell sets it" : $"in '{source}'";

    private static string Place(BedrockUse use, ModelPin pin) => pin.Setting.Source.Scope == SettingsScope.Shell
        ? $"in 'env' of '{use.Claude.UserFile}', which overrules your shell"
        : Where(pin.Setting.Source);

    private static string Ask(string region, ModelPin pin, ModelChoice.Ask ask)
    {
        var kept = RegionThatKeeps(region, pin.Id.Prefix, ask.Profiles[0].Model) is { } other
            ? $", or call Bedrock from a region of '{pin.Id.Prefix}', such as '{other}'"
            : "";
        return $"From '{region}' there is only {Phrase.Names(ask.Profiles.Select(profile => profile.Id))}, which may send data "
            + $"elsewhere. If that is allowed, write it for '{pin.Name}' {Where(pin.Setting.Source)}{kept}.";
    }

    /// <summary>Null where the prefix serves no such model, and where the user is in such a region already.</summary>
    private static string? RegionThatKeeps(string region, string? prefix, string model) =>
        ModelCatalogue.BuiltIn.Find(model)?.Profiles.FirstOrDefault(profile => profile.Prefix == prefix && profile.Confidence == Confidence.Good)
            is { } profile && !ModelCatalogue.BuiltIn.Prefixes[profile.Prefix].Contains(region)
            ? Example(profile.Regions)
            : null;

    public static string Example(IEnumerable<string> regions) =>
        regions.Order(StringComparer.Ordinal).FirstOrDefault(region => region is "us-east-1" or "eu-central-1" or "ap-northeast-1")
            ?? regions.Order(StringComparer.Ordinal).First();
}

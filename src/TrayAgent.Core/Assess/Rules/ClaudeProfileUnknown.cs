using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code is told to use a profile or session that does not exist.</summary>
internal static class ClaudeProfileUnknown
{
    private static readonly string[] Commands = [ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport];

    public static IEnumerable<Found> Find(Judged judged)
    {
        var profiles = judged.ConfigOfClaude.Profiles.Select(profile => profile.Name).ToList();
        var sessions = judged.ConfigOfClaude.Sessions.Select(session => session.Name).ToList();
        return judged.ClaudeSettings.Layers
            .SelectMany(layer => Profiles(layer, judged.ClaudeSettings)
                .Where(name => judged.ProfileOfClaude(name) is null || Hidden(judged, layer, name) is not null)
                .Select(name => Found(judged, layer, "profile", name, profiles))
                .Concat(layer.CommandSessions
                    .Where(name => !sessions.Contains(name))
                    .Select(name => Found(judged, layer, "session", name, sessions))))
            .DistinctBy(found => found.Finding.Subject);
    }

    /// <summary>A profile that a stronger layer replaces is never used.</summary>
    private static IEnumerable<string> Profiles(ClaudeSettingsLayer layer, ClaudeSettings claude) =>
        !string.IsNullOrEmpty(layer.AwsProfile) && layer.AwsProfile == claude.AwsProfile
            ? layer.CommandProfiles.Prepend(layer.AwsProfile)
            : layer.CommandProfiles;

    private static Found Found(Judged judged, ClaudeSettingsLayer layer, string kind, string name, List<string> names)
    {
        var hidden = Hidden(judged, layer, name);
        var slip = hidden is null ? NearestName.Slip(name, names) : null;
        var unseen = hidden ?? judged.ConfigOfClaude.Unseen.FirstOrDefault(note => IsMeant(note.Subject, name));
        var nearest = slip ?? NearestName.Of(name, names);
        return new(new Finding(
            FindingCodes.ClaudeProfileUnknown,
            Severity.Error,
            name,
            unseen is not null ? $"Claude Code's settings name the {kind} '{name}', which {(hidden is null ? "no tool" : "Claude Code never")} finds in "
                    + $"'{unseen.File}:{unseen.Line}'. {unseen.Text}"
                : $"Claude Code's settings name the {kind} '{name}', which does not exist." + (nearest is null ? "" : $" Did you mean '{nearest}'?"),
            Correct(judged, layer, name, slip)
                ?? Remedy.Advice(hidden is not null ? $"Correct '{hidden.File}:{hidden.Line}'."
                    : unseen is null
                    ? $"Correct the name in '{layer.File}', or add it to '{judged.ConfigOfClaude.ConfigFile}'."
                    : $"Give it another name there and in '{layer.File}'.")))
        {
            File = layer.File,
            Keys = Keys(layer, name),
            Profiles = kind == "profile" ? [name] : [],
        };
    }

    /// <summary>The AWS CLI, which a command calls, sees that section; the SDK inside Claude Code does not.</summary>
    private static PortabilityNote? Hidden(Judged judged, ClaudeSettingsLayer layer, string name) =>
        layer.AwsProfile == name && judged.ClaudeIdentity.Kind == AwsIdentityKind.Profile ? judged.ConfigOfClaude.HiddenFromClaude(name) : null;

    /// <summary>What a command says beside the variable is no news.</summary>
    private static ImmutableArray<string> Keys(ClaudeSettingsLayer layer, string name) =>
        layer.AwsProfile == name ? [ClaudeKeys.AwsProfile]
        : [.. Commands.Where(key => layer[key]?.Text is { } text && SettingsCommand.Of(text).Names(name))];

    /// <summary><c>[profile my dev]</c> is nobody's profile, and was meant as 'my dev'.</summary>
    private static bool IsMeant(string header, string name) =>
        header.Trim('[', ']').Trim() is var words && words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && words[space..].Trim() == name;

    /// <summary>Null where the name is more than one plain slip away (it may be another account), or more than our own words would have to be changed.</summary>
    private static Remedy? Correct(Judged judged, ClaudeSettingsLayer layer, string name, string? nearest)
    {
        if (nearest is null || layer.Scope != SettingsScope.User || !Wiring.IsSafeName(nearest))
        {
            return null;
        }

        SettingsChange[] changes =
        [
            .. layer.AwsProfile == name ? [new SettingsChange.Put(ClaudeKeys.AwsProfile, nearest)] : Array.Empty<SettingsChange>(),
            .. Commands
                .Select(key => (Key: key, Text: layer[key]?.Text))
                .Where(command => command.Text is not null && SettingsCommand.Of(command.Text).Names(name))
                .Select(command => new SettingsChange.Put(
                    command.Key, command.Text!.Replace(name, nearest, StringComparison.Ordinal))),
        ];

        // A name that is also a part of something else, or stands in quotes, is better corrected by a person.
        return changes.Length > 0 && Wiring.IsSafeName(name)
            && changes.OfType<SettingsChange.Put>().All(put => IsOurs(judged, put, nearest))
            ? ClaudeRemedies.Fix(judged, $"Write '{nearest}' instead of '{name}' in '{layer.File}'.", [.. changes])
            : null;
    }

    private static bool IsOurs(Judged judged, SettingsChange.Put put, string profile) =>
        put.Key == ClaudeKeys.AwsProfile
        || Enum.GetValues<WiringMode>().Any(mode =>
            Wiring.For(mode, profile, judged.Snapshot.OwnProgram) is Wiring.Commands commands
            && (put.Value == commands.AuthRefresh || put.Value == commands.CredentialExport));
}

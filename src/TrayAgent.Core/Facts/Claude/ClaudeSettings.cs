using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>
/// Claude Code's settings of every scope. Without a project (the agent, <c>status</c>) these are managed and user settings,
/// which decide over which session matters.
/// </summary>
public sealed record ClaudeSettings
{
    /// <summary>From the strongest (managed) to the weakest (user); files that do not exist are left out.</summary>
    public ImmutableArray<ClaudeSettingsLayer> Layers { get; init; } = [];

    /// <summary>Variables of our own environment that matter to Claude Code, as <c>env.NAME</c>: what a shell would hand it.</summary>
    public ImmutableArray<ClaudeSetting> Shell { get; init; } = [];

    /// <summary>The user's settings file, whether it exists or not.</summary>
    public required string UserFile { get; init; }

    /// <summary>Files that look like settings and are none, with the AWS keys that they hold.</summary>
    public ImmutableArray<StraySetting> Stray { get; init; } = [];

    public EditorEnvironment Editor { get; init; } = EditorEnvironment.None;

    /// <summary>Of the project's folder.</summary>
    public FolderTrust Trust { get; init; }

    /// <summary>Of the Claude Code that will read them, because versions merge differently; null when unknown.</summary>
    public Version? Version { get; init; }

    /// <summary>Without what a project's files say: they may not decide over what is written for every folder.</summary>
    public ClaudeSettings OutsideProject => this with { Layers = [.. Layers.Where(layer => !layer.Scope.IsOfProject())] };

    /// <summary>The profile Claude Code will use by its own settings, without the shell's; null when none is named.</summary>
    public string? AwsProfile => SettingsMerge.Of(this, ClaudeKeys.AwsProfile, []) is { IsSet: true } found ? found.Text : null;

    /// <summary>The profile whose credentials Claude Code uses by its own settings: that of its export command goes first.</summary>
    public string? UsedProfile =>
        SettingsMerge.Of(this, ClaudeKeys.CredentialExport, []) is { IsSet: true } export
        && SettingsCommand.Of(export.Value).Profiles.FirstOrDefault() is { } exported
            ? exported
            : AwsProfile;

    public bool UsesBedrock => SettingsMerge.Of(this, ClaudeKeys.UseBedrock, [])?.Switch ?? false;

    /// <summary>What Claude Code uses for a key (<c>env.NAME</c> or a top-level key); null when nobody says anything.</summary>
    public EffectiveSetting? this[string key] => SettingsMerge.Of(this, key, Shell);

    /// <summary>All of them, ordinal by key.</summary>
    public ImmutableArray<EffectiveSetting> Effective =>
    [
        .. Layers.SelectMany(layer => layer.Settings).Concat(Shell)
            .Select(setting => setting.Key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(key => this[key])
            .OfType<EffectiveSetting>(),
    ];

    /// <summary>The text of a key that is set to something, else null.</summary>
    public string? Text(string key) => this[key] is { IsSet: true } found ? found.Text : null;

    /// <summary>Whether a variable turns something on.</summary>
    public bool IsOn(string key) => this[key]?.Switch ?? false;
}

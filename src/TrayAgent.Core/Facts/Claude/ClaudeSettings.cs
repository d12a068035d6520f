using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>The project-independent Claude Code settings that decide which session matters: managed and user.</summary>
public sealed record ClaudeSettings
{
    /// <summary>From the strongest (managed) to the weakest (user); files that do not exist are left out.</summary>
    public ImmutableArray<ClaudeSettingsLayer> Layers { get; init; } = [];

    /// <summary>The user's settings file, whether it exists or not.</summary>
    public required string UserFile { get; init; }

    /// <summary>The profile Claude Code will use by its own settings: the first layer that names one; null when none does.</summary>
    public string? AwsProfile => Layers.Select(layer => layer.AwsProfile).FirstOrDefault(name => !string.IsNullOrEmpty(name));

    public bool UsesBedrock => Layers.Select(layer => layer.UsesBedrock).FirstOrDefault(value => value is not null) ?? false;
}

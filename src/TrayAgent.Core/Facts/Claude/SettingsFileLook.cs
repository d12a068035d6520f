namespace TrayAgent.Core.Facts.Claude;

/// <summary>The user's settings file as a thing that others write: what is in it is in <see cref="ClaudeSettings"/>.</summary>
/// <param name="ChangedAt">When it was last written; without a file when something last appeared or vanished in its folder; null: there is no folder.</param>
/// <param name="OwnEdit">Null when we never edited it.</param>
public sealed record SettingsFileLook(DateTimeOffset? ChangedAt, OwnEdit? OwnEdit = null)
{
    /// <summary>There is no file, or not a character in it.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Why we may not write it (protected, somebody else's, made by a package manager), as sentences; null: we may.</summary>
    public string? Refusal { get; init; }

    public static SettingsFileLook Nothing { get; } = new((DateTimeOffset?)null);
}

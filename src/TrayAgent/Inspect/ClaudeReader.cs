using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads Claude Code's settings of every scope, and a file again only after it changed.</summary>
/// <param name="home">The user's home folder.</param>
internal sealed class ClaudeReader(ClaudePaths paths, ProcessEnvironment environment, string home)
{
    private readonly ImmutableArray<ClaudeSetting> _shell = ShellVariables.Of(environment.Variables);
    private readonly StraySettings _stray = new(paths);
    private readonly EditorSettingsReader _editor = new(paths.EditorFile);
    private Dictionary<string, RememberedFile<ClaudeSettingsLayer>> _remembered = [];

    /// <param name="version">Of the Claude Code that is installed; null when unknown.</param>
    public ClaudeSettings Read(DateTimeOffset now, Version? version)
    {
        var remembered = new Dictionary<string, RememberedFile<ClaudeSettingsLayer>>(StringComparer.Ordinal);
        ImmutableArray<ClaudeSettingsLayer> layers =
        [
            .. ManagedPolicies.Read()
                .Concat(Files(version)
                    .Select(file => Layer(file.Path, file.Scope, now, remembered))
                    .OfType<ClaudeSettingsLayer>())
                .OrderBy(layer => layer.Scope),
        ];
        _remembered = remembered;
        var settings = new ClaudeSettings
        {
            UserFile = paths.UserFile,
            Layers = layers,
            Shell = _shell,
            Version = version,
        };
        return settings with
        {
            Stray = _stray.Find(settings, now),
            Editor = _editor.Read(now),
            Trust = paths.Folder is { } folder ? _stray.TrustOf(folder) : FolderTrust.Unknown,
        };
    }

    private IEnumerable<(string Path, SettingsScope Scope)> Files(Version? version)
    {
        foreach (var file in ManagedFiles(paths.ManagedFolder))
        {
            yield return (file, SettingsScope.ManagedFile);
        }

        if (paths.Folder is { } folder)
        {
            yield return (ProjectFolder.LocalFile(folder, home, version), SettingsScope.Local);

            // In the home folder this is the user's own file.
            if (ProjectFolder.SharedFile(folder) is var shared && shared != paths.UserFile)
            {
                yield return (shared, SettingsScope.Project);
            }
        }

        yield return (paths.UserFile, SettingsScope.User);
    }

    /// <summary>From the strongest to the weakest: a drop-in overrides those before it in the alphabet, and all the main file.</summary>
    /// <remarks>https://code.claude.com/docs/en/managed-settings</remarks>
    private static IEnumerable<string> ManagedFiles(string folder) =>
        DropIns(Path.Combine(folder, "managed-settings.d"))
            .OrderDescending(StringComparer.Ordinal)
            .Append(Path.Combine(folder, "managed-settings.json"));

    private static string[] DropIns(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private ClaudeSettingsLayer? Layer(
        string file, SettingsScope scope, DateTimeOffset now, Dictionary<string, RememberedFile<ClaudeSettingsLayer>> remembered)
    {
        if (_remembered.TryGetValue(file, out var earlier) && earlier.IsCurrent(file))
        {
            remembered[file] = earlier;
            return earlier.Value;
        }

        switch (GuardedFile.Read(file, GuardedFile.ConfigFileLimit))
        {
            case FileReading.Content content:
                var layer = ClaudeSettingsParser.Parse(file, content.Bytes, scope);
                remembered[file] = new RememberedFile<ClaudeSettingsLayer>(content.Stamp, now, layer);
                return layer;

            case FileReading.Refused refused:
                return new ClaudeSettingsLayer
                {
                    File = file,
                    Scope = scope,
                    Problem = new Problem(file, null, $"It {refused.Reason}."),
                    IsOutOfSight = true,
                };

            default:
                return null;
        }
    }
}

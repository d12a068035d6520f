using System.Collections.Immutable;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Looks for Claude Code's variables in VS Code's settings, and again only after these changed.</summary>
/// <param name="file">Full path; null: there is nothing to look at.</param>
internal sealed class EditorSettingsReader(string? file)
{
    private RememberedFile<EditorEnvironment>? _remembered;

    public EditorEnvironment Read(DateTimeOffset now)
    {
        if (file is null)
        {
            return EditorEnvironment.None;
        }

        if (_remembered is { } remembered && remembered.IsCurrent(file))
        {
            return remembered.Value;
        }

        if (GuardedFile.Read(file, GuardedFile.ConfigFileLimit) is not FileReading.Content content)
        {
            return EditorEnvironment.None;
        }

        // Nearly always there is nothing, and looking for the word is much faster than reading the JSON.
        var names = content.Bytes.AsSpan().IndexOf("claudeCode.environmentVariables"u8) >= 0
            ? EditorSettings.VariablesIn(content.Bytes)
            : [];
        var found = new EditorEnvironment(file, names);
        _remembered = new RememberedFile<EditorEnvironment>(content.Stamp, now, found);
        return found;
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Looks for AWS keys where people put them and Claude Code does not read them, and for what it remembers of a folder.</summary>
internal sealed class StraySettings(ClaudePaths paths)
{
    /// <summary>The state file grows with the years, and 'status' must answer in a few milliseconds.</summary>
    private const int QuickLimit = 512 * 1024;

    private const int StateFileLimit = 32 * 1024 * 1024;

    private static readonly string[] Commands = [ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport];

    private readonly Dictionary<string, RememberedFile<ImmutableArray<StraySetting>>> _remembered = [];

    /// <summary>Only where it matters: the state file is large, and usually nobody asks.</summary>
    public ImmutableArray<StraySetting> Find(ClaudeSettings settings, DateTimeOffset now) =>
        StraySetting.Matters(settings)
            ?
            [
                .. In(paths.StateFile, paths.Folder is null ? QuickLimit : StateFileLimit, now),
                .. In(Path.Combine(paths.UserFolder, "settings-local.json"), GuardedFile.ConfigFileLimit, now),
                .. In(Path.Combine(paths.UserFolder, "settings.local.json"), GuardedFile.ConfigFileLimit, now),
            ]
            : [];

    /// <remarks>
    /// Below a trusted folder Claude Code does not ask, and writes "false" all the same; its own functions disagree then
    /// (https://github.com/anthropics/claude-code/issues/72896), so nothing is claimed.
    /// </remarks>
    public FolderTrust TrustOf(string folder)
    {
        if (GuardedFile.Read(paths.StateFile, StateFileLimit) is not FileReading.Content content)
        {
            return FolderTrust.Unknown;
        }

        try
        {
            using var json = JsonDocument.Parse(content.Bytes);
            var projects = Member(json.RootElement, "projects");
            return Member(projects, folder).ValueKind != JsonValueKind.Object ? FolderTrust.Unknown
                : IsTrusted(projects, folder) ? FolderTrust.Trusted
                : Parents(folder).Any(parent => IsTrusted(projects, parent)) ? FolderTrust.Unknown
                : FolderTrust.NotTrusted;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return FolderTrust.Unknown;
        }
    }

    private static bool IsTrusted(JsonElement projects, string folder) =>
        Member(Member(projects, folder), "hasTrustDialogAccepted").ValueKind == JsonValueKind.True;

    private static IEnumerable<string> Parents(string folder)
    {
        for (var parent = Path.GetDirectoryName(folder); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            yield return parent;
        }
    }

    private ImmutableArray<StraySetting> In(string file, int limit, DateTimeOffset now)
    {
        if (_remembered.TryGetValue(file, out var earlier) && earlier.IsCurrent(file))
        {
            return earlier.Value;
        }

        if (GuardedFile.Read(file, limit) is not FileReading.Content content)
        {
            return [];
        }

        // Nearly always there is nothing, and looking for the words is fifty times faster than reading the JSON.
        var layer = content.Bytes.AsSpan().IndexOf("\"awsAuthRefresh\""u8) >= 0
            || content.Bytes.AsSpan().IndexOf("\"awsCredentialExport\""u8) >= 0
            ? ClaudeSettingsParser.Parse(file, content.Bytes)
            : new ClaudeSettingsLayer { File = file };
        ImmutableArray<StraySetting> found =
        [
            .. Commands.Select(key => layer[key]).OfType<ClaudeSetting>()
                .Select(setting => new StraySetting(file, setting.Key, setting.Line)),
        ];
        _remembered[file] = new RememberedFile<ImmutableArray<StraySetting>>(content.Stamp, now, found);
        return found;
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;
}

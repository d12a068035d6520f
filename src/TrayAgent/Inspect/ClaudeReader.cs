using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads Claude Code's managed and user settings.</summary>
internal static class ClaudeReader
{
    public static ClaudeSettings Read(ClaudePaths paths, ProcessEnvironment environment) => new()
    {
        UserFile = paths.UserFile,
        Layers =
        [
            .. ManagedFiles(paths.ManagedFolder).Select(file => Layer(file, SettingsScope.ManagedFile))
                .Append(Layer(paths.UserFile, SettingsScope.User))
                .OfType<ClaudeSettingsLayer>(),
        ],
        Shell = ShellVariables.Of(environment.Variables),
    };

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
            return Directory.GetFiles(folder, "*.json");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static ClaudeSettingsLayer? Layer(string file, SettingsScope scope) => GuardedFile.Read(file, GuardedFile.ConfigFileLimit) switch
    {
        FileReading.Content content => ClaudeSettingsParser.Parse(file, content.Bytes, scope),
        FileReading.Refused refused => new ClaudeSettingsLayer
        {
            File = file,
            Scope = scope,
            Problem = new Problem(file, null, $"'{file}' {refused.Reason}."),
        },
        _ => null,
    };
}

using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads Claude Code's managed and user settings.</summary>
internal static class ClaudeReader
{
    public static ClaudeSettings Read(ClaudePaths paths) => new()
    {
        UserFile = paths.UserFile,
        Layers = [.. ManagedFiles(paths.ManagedFolder).Append(paths.UserFile).Select(Layer).OfType<ClaudeSettingsLayer>()],
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

    private static ClaudeSettingsLayer? Layer(string file) => GuardedFile.Read(file, GuardedFile.ConfigFileLimit) switch
    {
        FileReading.Content content => ClaudeSettingsParser.Parse(file, content.Bytes),
        FileReading.Refused refused => new ClaudeSettingsLayer
        {
            File = file,
            Problem = new Problem(file, null, $"'{file}' {refused.Reason}."),
        },
        _ => null,
    };
}

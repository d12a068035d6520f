using System.CommandLine;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary><c>--folder</c>: the project whose settings count too.</summary>
internal static class ProjectFolderOption
{
    public static Option<string?> Create() => new("--folder")
    {
        Description = "The folder in which Claude Code would be started; default: the current one",
        HelpName = "path",
    };

    /// <summary>The full path of what was given; null when there is no such folder, and that was said.</summary>
    public static string? Full(string? given, Streams streams)
    {
        var folder = given ?? Environment.CurrentDirectory;
        if (folder.Length > 0 && Directory.Exists(folder))
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        }

        streams.Error.WriteLine($"The folder '{Visible.Of(folder)}' does not exist. Name one that does with '--folder'.");
        return null;
    }
}

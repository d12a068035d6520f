using System.Text.Json;
using System.Text.RegularExpressions;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads the version of Claude Code off the places where installers put it.</summary>
internal static partial class ClaudeCodeVersion
{
    private const int PackageFileLimit = 64 * 1024;

    /// <summary>Null when no file tells.</summary>
    public static Version? Of(string path)
    {
        var real = Programs.Resolve(path);
        return FromPath(real) ?? FromPackage(real) ?? FromPackageBeside(path) ?? FromCopy(path);
    }

    /// <summary>The native installer, Homebrew, Nix and version managers have it in the path.</summary>
    private static Version? FromPath(string path) => Parse(InstallPath().Match(path).Groups["version"].Value);

    /// <summary>npm: the program lies inside its package.</summary>
    private static Version? FromPackage(string real) =>
        PackageFolder().Match(real) is { Success: true } package ? FromPackageFile(package.Value) : null;

    /// <summary>npm on Windows, and the local installation of old, put a script beside the packages.</summary>
    private static Version? FromPackageBeside(string path) =>
        FromPackageFile(Path.Combine(Path.GetDirectoryName(path)!, "node_modules", "@anthropic-ai", "claude-code"));

    /// <summary>The native installer on Windows copies one of its versions, which has the same length then.</summary>
    private static Version? FromCopy(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(path));
        if (folder is null || Path.GetFileName(folder) != ".local")
        {
            return null;
        }

        try
        {
            var length = new FileInfo(path).Length;
            return new DirectoryInfo(Path.Combine(folder, "share", "claude", "versions")).GetFiles()
                .Where(file => file.Length == length)
                .Select(file => Parse(VersionName().Match(file.Name).Value))
                .Max();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Version? FromPackageFile(string folder)
    {
        if (GuardedFile.Read(Path.Combine(folder, "package.json"), PackageFileLimit) is not FileReading.Content content)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(content.Bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.String
                ? Parse(VersionName().Match(version.GetString()!).Value)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Version? Parse(string text) => Version.TryParse(text, out var version) ? version : null;

    [GeneratedRegex(@"[/\\](claude[/\\]versions|Caskroom[/\\]claude-code(@[a-z]+)?|claude(-code)?)[/\\](?<version>[0-9]+\.[0-9]+\.[0-9]+)([/\\.-]|$)"
        + @"|-claude-code-(?<version>[0-9]+\.[0-9]+\.[0-9]+)/")]
    private static partial Regex InstallPath();

    [GeneratedRegex(@"^.*[/\\]@anthropic-ai[/\\]claude-code(?=[/\\])")]
    private static partial Regex PackageFolder();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+")]
    private static partial Regex VersionName();
}

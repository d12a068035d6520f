using System.Text;
using System.Text.RegularExpressions;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads the version of an AWS CLI off the places where installers put it.</summary>
internal static partial class AwsCliVersion
{
    private static readonly string[] PackageFolders = ["site-packages", "dist-packages"];

    /// <summary>Null when no file tells.</summary>
    public static Version? Of(string path)
    {
        var real = Programs.Resolve(path);
        return FromPath(real) ?? FromPackage(Path.GetDirectoryName(Path.GetDirectoryName(real)))
            ?? FromPackage(Path.GetDirectoryName(Path.GetDirectoryName(path))) ?? FromPyenv(real);
    }

    /// <summary>The vendor's installer, Homebrew and Nix have the version in the path.</summary>
    private static Version? FromPath(string path) => Parse(InstallFolder().Match(path).Groups["version"].Value);

    /// <summary>A Python script: the package that it starts lies beside its <c>bin</c> folder, with its version in a name.</summary>
    private static Version? FromPackage(string? prefix)
    {
        if (prefix is null)
        {
            return null;
        }

        var library = Path.Combine(prefix, "lib");
        var packages = Folders(library, "python3*")
            .SelectMany(python => PackageFolders.Select(name => Path.Combine(python, name)));
        var names = packages.SelectMany(folder => Folders(folder, "awscli-*"));
        return names.Select(name => Parse(PackageName().Match(Path.GetFileName(name)).Groups["version"].Value))
            .FirstOrDefault(version => version is not null);
    }

    /// <summary>A shim of pyenv stands for the program in one of its Pythons: of the global one, or of the only one that has it.</summary>
    private static Version? FromPyenv(string path)
    {
        if (Path.GetDirectoryName(path) is not { } shims || Path.GetFileName(shims) != "shims")
        {
            return null;
        }

        var root = Path.GetDirectoryName(shims)!;
        var pythons = Folders(Path.Combine(root, "versions"), "*")
            .Where(python => File.Exists(Path.Combine(python, "bin", "aws")))
            .ToList();
        if (pythons.Count > 1 && GuardedFile.Read(Path.Combine(root, "version"), 4096) is FileReading.Content content)
        {
            var global = Encoding.UTF8.GetString(content.Bytes).Split('\n', StringSplitOptions.TrimEntries);
            pythons.RemoveAll(python => !global.Contains(Path.GetFileName(python)));
        }

        return pythons is [var only] ? FromPackage(only) : null;
    }

    private static string[] Folders(string parent, string pattern)
    {
        try
        {
            return Directory.GetFileSystemEntries(parent, pattern);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static Version? Parse(string text) => Version.TryParse(text, out var version) ? version : null;

    [GeneratedRegex(
        @"/(aws-cli/v2|Cellar/awscli(@[0-9]+)?)/(?<version>[0-9]+\.[0-9]+\.[0-9]+)[^/]*/"
        + @"|-awscli2?-(?<version>[0-9]+\.[0-9]+\.[0-9]+)/")]
    private static partial Regex InstallFolder();

    [GeneratedRegex(@"^awscli-(?<version>[0-9]+\.[0-9]+\.[0-9]+).*\.(dist-info|egg-info)$")]
    private static partial Regex PackageName();
}

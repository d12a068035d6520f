namespace TrayAgent.Crash.Tests.Odd;

/// <summary>Everything in a folder as text: what a refused write must leave as it was.</summary>
internal static class Tree
{
    public static string[] Of(string folder) =>
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => Describe(new FileInfo(path))),
    ];

    private static string Describe(FileInfo file)
    {
        var kind = file.LinkTarget is { } target ? "-> " + target
            : file.Attributes.HasFlag(FileAttributes.Directory) ? "folder"
            : file.Attributes.HasFlag(FileAttributes.Device) || file.Length == 0 ? "empty or odd"
            : File.ReadAllText(file.FullName);
        var mode = file.LinkTarget is null ? Convert.ToString((int)file.UnixFileMode, 8) : "";
        return $"{file.FullName} {mode} {kind}";
    }
}

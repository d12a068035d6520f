namespace TrayAgent.Events;

/// <summary>
/// Which folders must be watched so that no change of the files of interest goes unseen:
/// their own folders, the folders above (a deleted or replaced folder is seen only there),
/// and the folders of the targets when links are on the way.
/// </summary>
/// <remarks>A watch on a link sees nothing of its target's edits: reliability.md 1, finding 4.</remarks>
internal static class WatchPlan
{
    private const int MostLinks = 16;

    /// <param name="files">Full paths of files; a folder of interest is given as a file in it.</param>
    public static IReadOnlySet<string> Folders(IEnumerable<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            Add(folders, file, MostLinks);
        }

        return folders;
    }

    private static void Add(HashSet<string> folders, string file, int linksLeft)
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        if (folder is null)
        {
            return;
        }

        folders.Add(folder);
        if (Path.GetDirectoryName(folder) is { } above)
        {
            folders.Add(above);
        }

        foreach (var target in Targets(file, folder).TakeWhile(_ => linksLeft > 0))
        {
            Add(folders, target, linksLeft - 1);
        }
    }

    private static IEnumerable<string> Targets(string file, string folder)
    {
        if (LinkTarget(file) is { } ofFile)
        {
            yield return ofFile;
        }

        if (LinkTarget(folder) is { } ofFolder)
        {
            yield return Path.Combine(ofFolder, Path.GetFileName(file));
        }
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is { } target
                ? Path.GetFullPath(target, Path.GetDirectoryName(path) ?? "/")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

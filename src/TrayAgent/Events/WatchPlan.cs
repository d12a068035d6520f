namespace TrayAgent.Events;

/// <summary>
/// Which names in which folders must be watched so that no change of the files of interest goes unseen:
/// the files in their own folders, the folders in those above (a deleted or replaced folder is seen only there),
/// and the same for the targets when links are on the way.
/// </summary>
/// <remarks>A watch on a link sees nothing of its target's edits: reliability.md 1, finding 4.</remarks>
internal static class WatchPlan
{
    /// <summary>Stands for every name in a folder; with more behind it, for every name that ends so.</summary>
    public const string AnyName = "*";

    private const int MostLinks = 16;

    /// <param name="files">Full paths of files; all files of a folder are given as <see cref="AnyName"/> in it.</param>
    /// <returns>By folder, the names of interest in it.</returns>
    public static Dictionary<string, HashSet<string>> Of(IEnumerable<string> files)
    {
        var plan = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            Add(plan, file, MostLinks);
        }

        return plan;
    }

    private static void Add(Dictionary<string, HashSet<string>> plan, string file, int linksLeft)
    {
        var path = file;
        while (Path.GetDirectoryName(path) is { } folder)
        {
            var exists = Directory.Exists(folder);
            if (exists)
            {
                Note(plan, folder, Path.GetFileName(path));
                if (Path.GetDirectoryName(folder) is { } above)
                {
                    Note(plan, above, Path.GetFileName(folder));
                }

                AddTargets(plan, file, folder, linksLeft);
                return;
            }

            path = folder;
        }
    }

    private static void Note(Dictionary<string, HashSet<string>> plan, string folder, string name)
    {
        if (!plan.TryGetValue(folder, out var names))
        {
            plan[folder] = names = new HashSet<string>(StringComparer.Ordinal);
        }

        names.Add(name);
    }

    private static void AddTargets(Dictionary<string, HashSet<string>> plan, string file, string folder, int linksLeft)
    {
        if (linksLeft == 0)
        {
            return;
        }

        if (LinkTarget(file) is { } ofFile)
        {
            Add(plan, ofFile, linksLeft - 1);
        }

        if (LinkTarget(folder) is { } ofFolder && file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            Add(plan, Path.Combine(ofFolder, file[(folder.Length + 1)..]), linksLeft - 1);
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

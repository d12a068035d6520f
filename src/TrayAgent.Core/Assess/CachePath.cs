using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess;

/// <summary>Paths of cache files as the user would type them.</summary>
internal static class CachePath
{
    public static string Of(Snapshot snapshot, string fileName)
    {
        var folder = snapshot.Cache.Folder;
        // On Unix a backslash is a letter like any other.
        var separator = !folder.StartsWith('/') && folder.Contains('\\', StringComparison.Ordinal) ? '\\' : '/';
        return folder.TrimEnd(separator) + separator + fileName;
    }
}

namespace TrayAgent.Crash.Tests.Support;

/// <summary>Files beside the target that a writer left.</summary>
internal static class Temporaries
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static IEnumerable<FileInfo> Beside(string target) =>
        new DirectoryInfo(Path.GetDirectoryName(target)!).EnumerateFiles().Where(file => file.Name != Path.GetFileName(target));

    public static bool IsPrivate(FileInfo file) => file.UnixFileMode == OwnerOnly;

    /// <summary>Moves them where a sweep will look, as old as they must be for it.</summary>
    public static void Collect(string target, string into)
    {
        foreach (var file in Beside(target).ToArray())
        {
            file.MoveTo(Path.Combine(into, file.Name));
            file.LastWriteTimeUtc = DateTime.UtcNow - TimeSpan.FromMinutes(11);
        }
    }

    public static void Remove(string target)
    {
        foreach (var file in Beside(target).ToArray())
        {
            file.Delete();
        }
    }
}

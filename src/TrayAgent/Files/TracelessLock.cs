namespace TrayAgent.Files;

/// <summary>A lock that takes its file, and the folders that were made for it, away at its end when they were not there before.</summary>
internal sealed class TracelessLock : IDisposable
{
    private readonly FileLock _held;
    private readonly string _path;
    private readonly List<string> _made;

    private TracelessLock(FileLock held, string path, List<string> made) => (_held, _path, _made) = (held, path, made);

    /// <inheritdoc cref="FileLock.TryTake"/>
    public static TracelessLock? TryTake(string path)
    {
        var made = Missing(path);
        return FileLock.TryTake(path) is { } held ? new TracelessLock(held, path, made) : null;
    }

    public void Dispose()
    {
        // While it is held: whoever opened it meanwhile gets a file without a name, and asks again. Windows deletes only what nobody has open.
        if (OperatingSystem.IsWindows())
        {
            _held.Dispose();
        }

        _made.ForEach(Remove);
        _held.Dispose();
    }

    /// <summary>The file first, then the folders from the inside out.</summary>
    private static List<string> Missing(string path)
    {
        var missing = new List<string>();
        if (!File.Exists(path))
        {
            missing.Add(path);
        }

        for (var folder = Path.GetDirectoryName(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing;
    }

    private void Remove(string made)
    {
        try
        {
            if (made != _path)
            {
                Directory.Delete(made);
            }
            else if (!OperatingSystem.IsMacOS())
            {
                File.Delete(made);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Something else is in it by now, and then it is no trace of ours.
        }
    }
}

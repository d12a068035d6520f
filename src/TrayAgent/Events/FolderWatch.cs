using TrayAgent.Files;

namespace TrayAgent.Events;

/// <summary>One watched folder, without its subfolders.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly string _folder;
    private readonly FolderIdentity _identity;
    private readonly FileSystemWatcher _watcher;
    private volatile bool _failed;

    /// <exception cref="IOException">No watcher is to be had.</exception>
    public FolderWatch(string folder, FolderIdentity identity, Action changed)
    {
        _folder = folder;
        _identity = identity;
        _watcher = new FileSystemWatcher(folder)
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite
                | NotifyFilters.Size | NotifyFilters.Attributes,
        };
        _watcher.Changed += (_, _) => changed();
        _watcher.Created += (_, _) => changed();
        _watcher.Deleted += (_, _) => changed();
        _watcher.Renamed += (_, _) => changed();

        // After an overflow the watcher's thread is gone for good: reliability.md 1, finding 3.
        _watcher.Error += (_, _) =>
        {
            _failed = true;
            changed();
        };
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>It still works, and its path still leads to the folder that it watches.</summary>
    public bool IsAlive => !_failed && FolderIdentity.Of(_folder) == _identity;

    public void Dispose() => _watcher.Dispose();
}

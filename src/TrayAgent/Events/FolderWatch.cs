using TrayAgent.Files;

namespace TrayAgent.Events;

/// <summary>Some names in one watched folder, without its subfolders.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly string _folder;
    private readonly FolderIdentity _identity;
    private readonly FileSystemWatcher _watcher;
    private volatile bool _failed;

    /// <param name="names">The names of interest; <see cref="WatchPlan.AnyName"/> at the start stands for any beginning.</param>
    /// <param name="changed">Called on the watcher's thread.</param>
    /// <exception cref="IOException">No watcher is to be had.</exception>
    public FolderWatch(string folder, FolderIdentity identity, IReadOnlySet<string> names, Action changed)
    {
        _folder = folder;
        _identity = identity;
        Names = names;
        _watcher = new FileSystemWatcher(folder)
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite
                | NotifyFilters.Size | NotifyFilters.Attributes,
        };
        _watcher.Changed += (_, e) => Tell(e.Name, changed);
        _watcher.Created += (_, e) => Tell(e.Name, changed);
        _watcher.Deleted += (_, e) => Tell(e.Name, changed);
        _watcher.Renamed += (_, e) =>
        {
            Tell(e.OldName, changed);
            Tell(e.Name, changed);
        };

        // After an overflow the watcher's thread is gone for good: reliability.md 1, finding 3.
        _watcher.Error += (_, _) =>
        {
            _failed = true;
            changed();
        };
        _watcher.EnableRaisingEvents = true;
    }

    public IReadOnlySet<string> Names { get; }

    /// <summary>It still works, and its path still leads to the folder that it watches.</summary>
    public bool IsAlive => !_failed && FolderIdentity.Of(_folder) == _identity;

    public void Dispose() => _watcher.Dispose();

    private static bool IsMatch(string name, string pattern) =>
        pattern.StartsWith(WatchPlan.AnyName, StringComparison.Ordinal) && name.EndsWith(pattern[1..], StringComparison.Ordinal);

    private void Tell(string? name, Action changed)
    {
        if (name is null || Names.Contains(name) || Names.Any(pattern => IsMatch(name, pattern)))
        {
            changed();
        }
    }
}

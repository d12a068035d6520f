using System.Collections.Concurrent;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>Somebody who looks at ps and at the lock folder all the time, and writes down everything once.</summary>
internal sealed class WatchfulEye : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public WatchfulEye(int process, string folder) => _watching = Task.Run(async () =>
    {
        while (!_stop.IsCancellationRequested)
        {
            Look(process, folder);
            await Task.Delay(10, CancellationToken.None);
        }
    });

    /// <summary>Command lines of all children, and contents of all files.</summary>
    public IEnumerable<string> Seen => _seen.Keys;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private void Look(int process, string folder)
    {
        foreach (var child in ProcessTree.Below(process))
        {
            _seen.TryAdd(ProcessTree.CommandLine(child), true);
        }

        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            try
            {
                _seen.TryAdd(File.ReadAllText(file), true);
            }
            catch (IOException)
            {
                // Locked, or gone just now.
            }
        }
    }
}

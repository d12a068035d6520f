namespace Sharing;

/// <summary>As a virus scanner: looks at every file that is new or was written, and keeps it from being replaced meanwhile.</summary>
internal sealed class Scanner : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly HashSet<(string, DateTime)> _seen = [];
    private readonly Thread _thread;
    private volatile bool _isDone;
    private int _opened;

    public Scanner(string folder)
    {
        _thread = new Thread(() => Scan(new DirectoryInfo(folder)));
        _thread.Start();
    }

    public int Opened => Volatile.Read(ref _opened);

    public void Dispose()
    {
        _isDone = true;
        _thread.Join();
    }

    private void Scan(DirectoryInfo folder)
    {
        while (!_isDone)
        {
            foreach (var file in folder.GetFiles().Where(file => _seen.Add((file.Name, file.LastWriteTimeUtc))))
            {
                Open(file);
            }

            Thread.Yield();
        }
    }

    private void Open(FileInfo file)
    {
        try
        {
            using var open = file.Open(FileMode.Open, FileAccess.Read, FileShare.Read);
            Interlocked.Increment(ref _opened);
            Thread.Sleep(Look);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone, or still being written: it is looked at when it is done.
            _seen.Remove((file.Name, file.LastWriteTimeUtc));
        }
    }
}

using System.Text;

namespace Sharing;

/// <summary>Another program that has the file open for a while: it reads, writes in place, or does nothing.</summary>
internal sealed class Holder : IDisposable
{
    public const string Text = "theirs, which is longer than what was there";

    private readonly ManualResetEventSlim _open = new();
    private readonly Thread _thread;

    /// <param name="path">It exists.</param>
    /// <param name="share">What it lets others do.</param>
    /// <param name="kind">2 writes at the end of its time; the others only have it open.</param>
    /// <param name="time">How long.</param>
    public Holder(string path, FileShare share, int kind, TimeSpan time)
    {
        _thread = new Thread(() => Hold(path, share, kind, time));
        _thread.Start();
        _open.Wait();
    }

    public bool Wrote { get; private set; }

    public void Join() => _thread.Join();

    public void Dispose()
    {
        Join();
        _open.Dispose();
    }

    private void Hold(string path, FileShare share, int kind, TimeSpan time)
    {
        using var file = new FileStream(path, FileMode.Open, kind == 0 ? FileAccess.Read : FileAccess.ReadWrite, share);
        _open.Set();
        Thread.Sleep(time);
        if (kind == 2)
        {
            file.Write(Encoding.UTF8.GetBytes(Text));
            file.Flush();
            Wrote = true;
        }
    }
}

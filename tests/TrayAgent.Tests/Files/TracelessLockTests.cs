using TrayAgent.Files;

namespace TrayAgent.Tests.Files;

public sealed class TracelessLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Lock => Path.Combine(_folder, "sso", "trayagent", "x.sign-in");

    [Fact]
    public void It_takes_away_what_it_made_and_nothing_else()
    {
        TracelessLock.TryTake(Lock)!.Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(_folder));

        FileLock.TryTake(Lock)!.Dispose();
        TracelessLock.TryTake(Lock)!.Dispose();
        Assert.True(File.Exists(Lock));
    }

    [Fact]
    public void While_it_is_held_nobody_else_gets_it()
    {
        using var held = TracelessLock.TryTake(Lock);
        Assert.Null(TracelessLock.TryTake(Lock));
        Assert.Null(FileLock.TryTake(Lock));
        Assert.True(FileLock.IsHeldBySomebody(Lock));
    }

    /// <summary>Whoever opened the file just before it was removed must not hold a lock that nobody else sees.</summary>
    [Fact]
    public async Task Never_do_two_hold_it_whoever_removes_it_meanwhile()
    {
        var (holders, most, rounds) = (0, 1, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (Volatile.Read(ref rounds) < 2000)
            {
                if (TracelessLock.TryTake(Lock) is not { } held)
                {
                    continue;
                }

                var now = Interlocked.Increment(ref holders);
                Thread.SpinWait(2000);
                Interlocked.CompareExchange(ref most, Math.Max(now, holders), 1);
                Interlocked.Increment(ref rounds);
                Interlocked.Decrement(ref holders);
                held.Dispose();
            }
        })));
        Assert.Equal(1, most);
    }
}

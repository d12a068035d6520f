using System.Diagnostics;
using TrayAgent.Files;

namespace TrayAgent.Tests.Files;

public sealed class FileLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Only_one_holds_it_until_it_lets_go()
    {
        var first = FileLock.TryTake(Lock);
        Assert.NotNull(first);
        Assert.Null(FileLock.TryTake(Lock));
        first.Dispose();
        using var second = FileLock.TryTake(Lock);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Who_waits_gets_it_next()
    {
        var first = FileLock.TryTake(Lock)!;
        var waiting = FileLock.TakeAsync(Lock, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        first.Dispose();
        using var second = await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var held = FileLock.TryTake(Lock);
        using var cancel = new CancellationTokenSource();
        var waiting = FileLock.TakeAsync(Lock, TimeProvider.System, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_holder_that_is_killed_lets_go()
    {
        using var holder = Process.Start(new ProcessStartInfo("flock", ["--nonblock", Lock, "sh", "-c", "echo held; exec sleep 600"])
        {
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Null(FileLock.TryTake(Lock));
        holder.Kill(entireProcessTree: true);
        await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var next = await FileLock.TakeAsync(Lock, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.NotNull(next);
    }

    private string Lock => Path.Combine(_folder, "x.lock");
}

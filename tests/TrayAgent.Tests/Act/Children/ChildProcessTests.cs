using TrayAgent.Act.Children;

namespace TrayAgent.Tests.Act.Children;

public sealed class ChildProcessTests : IAsyncLifetime
{
    private readonly SignInHome _home = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task A_grandchild_that_keeps_the_pipes_open_holds_nobody_up()
    {
        var end = await Shell("echo out; sleep 600 & echo $! > pid").RunAsync(_ => { }, TestContext.Current.CancellationToken);
        using var grandchild = System.Diagnostics.Process.GetProcessById(
            int.Parse(await File.ReadAllTextAsync(Path.Combine(_home.Script, "pid"), TestContext.Current.CancellationToken), null));
        grandchild.Kill();
        Assert.Equal("out\n", end.Output);
    }

    [Fact]
    public async Task A_flood_is_drained_but_not_kept()
    {
        var end = await Shell("head -c 1000000 /dev/zero | tr '\\0' x; head -c 1000000 /dev/zero | tr '\\0' y >&2; exit 7")
            .RunAsync(_ => { }, TestContext.Current.CancellationToken);
        Assert.Equal((7, 65536, 65536), (end.ExitCode, end.Output.Length, end.Error.Length));
    }

    [Fact]
    public async Task Killing_takes_the_grandchildren_too()
    {
        using var cancel = new CancellationTokenSource();
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var running = Shell("trap '' INT; sleep 600 & echo $! > pid; echo ready; wait; wait", time)
            .RunAsync(_ => cancel.Cancel(), cancel.Token);
        await Wait.UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return running.IsCompleted;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var pid = (await File.ReadAllTextAsync(Path.Combine(_home.Script, "pid"), TestContext.Current.CancellationToken)).Trim();
        await Wait.UntilAsync(() => !IsAlive(pid));
    }

    /// <summary>An orphan that nobody has reaped yet is dead all the same.</summary>
    private static bool IsAlive(string pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private ChildProcess Shell(string script, TimeProvider? time = null) =>
        new("/bin/sh", ["-c", script], _home.Variables, _home.Script, time ?? TimeProvider.System);
}

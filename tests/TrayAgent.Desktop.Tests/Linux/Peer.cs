using System.Diagnostics;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>A program on the other side of the bus; it is ended by its id.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];

    private Peer(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public static Peer Start(string bus, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DBUS_SESSION_BUS_ADDRESS"] = bus;
        start.Environment["DBUS_SYSTEM_BUS_ADDRESS"] = bus;
        return new Peer(Process.Start(start)!);
    }

    public static async Task<string> RunAsync(string bus, string program, params string[] arguments)
    {
        await using var peer = Start(bus, program, arguments);
        await peer._process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30));
        return string.Join('\n', peer.Lines());
    }

    public IReadOnlyList<string> Lines()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    /// <summary>The first line that contains <paramref name="part"/>, now or later.</summary>
    public async Task<string> LineAsync(string part) => (await LinesAsync(part, 1))[0];

    public async Task<IReadOnlyList<string>> LinesAsync(string part, int count)
    {
        IReadOnlyList<string> found = [];
        await Until.TrueAsync(
            () => (found = [.. Lines().Where(line => line.Contains(part, StringComparison.Ordinal))]).Count >= count,
            $"{count} x '{part}' in the output of '{_process.StartInfo.FileName}'");
        return found;
    }

    /// <summary>The signals of an interface, when this is dbus-monitor.</summary>
    public IEnumerable<string> Members(string @interface) => Lines()
        .Where(line => line.Contains(@interface, StringComparison.Ordinal))
        .Select(line => line.Split("member=")[1]);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        lock (_lines)
        {
            _lines.AddRange(line is null ? [] : [line]);
        }
    }
}

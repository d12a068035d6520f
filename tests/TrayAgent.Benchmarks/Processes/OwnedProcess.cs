using System.Diagnostics;
using System.Threading.Channels;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>A process that this benchmark started; its lines come with the moment at which they arrived.</summary>
internal sealed class OwnedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Channel<(long At, string Text)> _lines = Channel.CreateUnbounded<(long, string)>();

    private string _lastComplaint = "";

    private OwnedProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);

        // What servers complain about is not what they were asked for, but the pipe must not fill up.
        process.ErrorDataReceived += (_, line) => _lastComplaint = line.Data ?? _lastComplaint;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <param name="environment">The whole environment: nothing of the developer's desktop gets in.</param>
    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="arguments">Each one as it is.</param>
    public static OwnedProcess Start(IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new OwnedProcess(Process.Start(start)!);
    }

    /// <summary>Runs a short command to its end and gives what it printed; 3 is how 'status' says that something needs attention.</summary>
    public static async Task<string> RunAsync(
        IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        await using var command = Start(environment, program, arguments);
        await command._process.WaitForExitAsync().WaitAsync(Limit);
        var lines = new List<string>();
        while (command._lines.Reader.TryRead(out var line))
        {
            lines.Add(line.Text);
        }

        return command._process.ExitCode is 0 or 3
            ? string.Join('\n', lines)
            : throw new InvalidOperationException($"'{program}' ended with {command._process.ExitCode}: {command._lastComplaint}");
    }

    public Task<string> FirstLineAsync() => LineAsync(_ => true);

    /// <summary>The next line that is as wanted; earlier ones are thrown away.</summary>
    public async Task<string> LineAsync(Predicate<string> wanted) => (await NextAsync(wanted)).Text;

    /// <summary>When the next line that is as wanted arrived, as a Stopwatch's time stamp.</summary>
    public async Task<long> MomentAsync(Predicate<string> wanted) => (await NextAsync(wanted)).At;

    /// <summary>Throws away what was printed so far.</summary>
    public void Forget()
    {
        while (_lines.Reader.TryRead(out _))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<(long At, string Text)> NextAsync(Predicate<string> wanted)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var line = await _lines.Reader.ReadAsync(limit.Token);
            if (wanted(line.Text))
            {
                return line;
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Writer.TryWrite((Stopwatch.GetTimestamp(), line));
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>A process that this test started; it is ended by its id, never by its name.</summary>
internal sealed class OwnedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _standardOutput = new();
    private readonly ConcurrentQueue<string> _standardError = new();

    private OwnedProcess(Process process)
    {
        _process = process;
        Command = [process.StartInfo.FileName, .. process.StartInfo.ArgumentList];
        process.OutputDataReceived += (_, line) => Keep(line.Data, _standardOutput);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, _standardError);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The program and its arguments.</summary>
    public IReadOnlyCollection<string> Command { get; }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has printed so far on both streams, for the message of a test that fails.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public IReadOnlyCollection<string> StandardOutput => _standardOutput;

    public IReadOnlyCollection<string> StandardError => _standardError;

    /// <param name="environment">The whole environment: nothing of the developer's desktop gets in.</param>
    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="arguments">Each one as it is.</param>
    public static OwnedProcess Start(
        IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new OwnedProcess(Process.Start(start)!);
    }

    /// <summary>Runs a short command to its end and gives what it printed.</summary>
    public static async Task<string> RunAsync(
        IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        await using var command = Start(environment, program, arguments);
        return await command.EndAsync(TimeSpan.FromSeconds(30)) == 0
            ? string.Join('\n', command.Output)
            : throw new InvalidOperationException(
                $"'{program} {string.Join(' ', arguments)}' failed: {string.Join('\n', command.Output)}");
    }

    /// <summary>Its exit code; both streams have been read to their end.</summary>
    public async Task<int> EndAsync(TimeSpan limit)
    {
        try
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(limit);
            return _process.ExitCode;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"'{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)}' has not ended after "
                + $"{limit.TotalSeconds:0} s. It printed: {string.Join('\n', Output)}");
        }
    }

    /// <param name="signal">As kill names it: TERM, INT, HUP, STOP, CONT.</param>
    public Task SignalAsync(string signal) =>
        RunAsync(new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, "kill", $"-{signal}", $"{Id}");

    public async Task<string> FirstLineAsync()
    {
        await Until.TrueAsync(() => !_standardOutput.IsEmpty || HasExited, $"{_process.StartInfo.FileName} prints a line");
        return _standardOutput.TryPeek(out var line) ? line : throw new InvalidOperationException("It ended without a word.");
    }

    /// <summary>As a crash would end it; what it printed stays.</summary>
    public async Task EndNowAsync()
    {
        if (!HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndNowAsync();
        _process.Dispose();
    }

    private void Keep(string? line, ConcurrentQueue<string> stream)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
            stream.Enqueue(line);
        }
    }
}

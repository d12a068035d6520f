using System.Collections.Concurrent;
using System.Diagnostics;

namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>A process that this test started; it is ended by its id, never by its name.</summary>
internal sealed class OwnedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private OwnedProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it has printed so far, for the message of a test that fails.</summary>
    public IReadOnlyCollection<string> Output => _output;

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
        await command._process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30));
        return command._process.ExitCode == 0
            ? string.Join('\n', command.Output)
            : throw new InvalidOperationException(
                $"'{program} {string.Join(' ', arguments)}' failed: {string.Join('\n', command.Output)}");
    }

    public async Task<string> FirstLineAsync()
    {
        await Until.TrueAsync(() => !_output.IsEmpty || HasExited, $"{_process.StartInfo.FileName} prints a line");
        return _output.TryPeek(out var line) ? line : throw new InvalidOperationException("It ended without a word.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}

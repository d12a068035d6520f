using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TrayAgent.Demo;

/// <summary>Runs verbs of the published program in the temporary home.</summary>
internal sealed class TrayAgentProgram(string path, IReadOnlyDictionary<string, string> environment)
{
    public string Path { get; } = path;

    /// <summary>Runs a verb to its end, hands on every line at once, and gives the exit code.</summary>
    public async Task<int> RunAsync(Action<string> wrote, CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Start(arguments);
        try
        {
            await Task.WhenAll(
                ReadAsync(process.StandardOutput, wrote, cancellationToken),
                ReadAsync(process.StandardError, wrote, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await Ending.OfAsync(process);
            throw;
        }

        return process.ExitCode;
    }

    /// <summary>What <c>trayagent status --json</c> says at this moment.</summary>
    public async Task<Status> StatusAsync(CancellationToken cancellationToken)
    {
        var json = new StringBuilder();
        var exit = await RunAsync(line => json.AppendLine(line), cancellationToken, "status", "--json");
        return Status.Parse(json.ToString())
            ?? throw new DemoException($"'trayagent status --json' ended with exit code {exit} and said: {json}");
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new DemoException($"'{Path}' could not be started: {e.Message}.");
        }
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> wrote, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            wrote(line);
        }
    }
}

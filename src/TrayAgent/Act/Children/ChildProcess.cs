using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using TrayAgent.Files.Native;

namespace TrayAgent.Act.Children;

/// <summary>One child process: no shell, arguments as an array, nothing left behind when it is cancelled.</summary>
internal sealed class ChildProcess(
    string path,
    ImmutableArray<string> arguments,
    ImmutableDictionary<string, string> environment,
    string workingFolder,
    TimeProvider time)
{
    private const int UsuallyKept = 64 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>How many characters of each stream are kept.</summary>
    public int KeptPerStream { get; init; } = UsuallyKept;

    /// <summary>Runs it to its end and hands on each piece of its stdout at once.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted, and has ended.</exception>
    /// <exception cref="ChildException">It could not be started.</exception>
    public async Task<ChildEnd> RunAsync(Action<string> wrote, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start();
        using var reading = new CancellationTokenSource();
        var output = ReadAsync(process.StandardOutput, wrote, reading.Token);
        var error = ReadAsync(process.StandardError, _ => { }, reading.Token);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            throw;
        }
        finally
        {
            // A grandchild may keep the pipes open for ever.
            reading.CancelAfter(Grace);
            await Task.WhenAll(output, error);
        }

        return new ChildEnd(process.ExitCode, await output, await error);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Directory.Exists(workingFolder) ? workingFolder : AppContext.BaseDirectory,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new ChildException($"'{path}' could not be started: {Sentence.Reason(e)}.", e);
        }
    }

    /// <summary>First as Ctrl-C would, so that it can clean up; then with all its children.</summary>
    private async Task EndAsync(Process process)
    {
        if (!OperatingSystem.IsWindows() && !process.HasExited)
        {
            _ = Posix.Kill(process.Id, Posix.InterruptSignal);
            using var grace = new CancellationTokenSource(Grace, time);
            try
            {
                await process.WaitForExitAsync(grace.Token);
                return;
            }
            catch (OperationCanceledException)
            {
                // It had its time.
            }
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private async Task<string> ReadAsync(StreamReader reader, Action<string> wrote, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                var piece = new string(buffer, 0, count);
                text.Append(piece.AsSpan(0, Math.Min(count, KeptPerStream - text.Length)));
                wrote(piece);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // What was read so far is what there is.
        }

        return text.ToString();
    }
}

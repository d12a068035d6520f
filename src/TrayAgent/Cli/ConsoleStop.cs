using System.Runtime.InteropServices;

namespace TrayAgent.Cli;

/// <summary>Ctrl-C, SIGTERM and the end of the terminal cancel the verb, which then says what it left behind.</summary>
internal sealed class ConsoleStop : IDisposable
{
    /// <summary>Windows ends the process after 5 s, whatever it does.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _source = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly PosixSignalRegistration[] _signals;

    public ConsoleStop(IEnumerable<PosixSignal> signals) =>
        _signals = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Cancel))];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _ended.Set();
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
        if (OperatingSystem.IsWindows() && context.Signal is PosixSignal.SIGHUP or PosixSignal.SIGTERM)
        {
            // When the console closes or Windows shuts down, the process ends as soon as this returns.
            _ended.Wait(ClosingTime);
        }
    }
}

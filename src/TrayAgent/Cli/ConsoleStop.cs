using System.Runtime.InteropServices;

namespace TrayAgent.Cli;

/// <summary>Ctrl-C, SIGTERM and the end of the terminal cancel the verb, which then says what it left behind.</summary>
internal sealed class ConsoleStop : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public ConsoleStop(IEnumerable<PosixSignal> signals) =>
        _signals = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Cancel))];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
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
    }
}

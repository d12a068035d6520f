using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>Asks a person at the terminal before something is written; Enter means no.</summary>
internal static class Confirmation
{
    /// <summary>Null when there is no terminal to ask on.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C, which is no answer.</exception>
    public static async Task<bool?> AskAsync(string question, Streams streams, CancellationToken stop)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        await streams.Error.WriteAsync($"{Visible.Of(question)} [y/N] ");

        // The system reads a line to its end, whatever signal comes; the thread that waits for it ends with the process.
        var answer = await Task.Run(Console.ReadLine, CancellationToken.None).WaitAsync(stop);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}

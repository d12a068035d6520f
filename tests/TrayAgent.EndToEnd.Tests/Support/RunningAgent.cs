using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>The agent that runs.</summary>
internal sealed class RunningAgent(OwnedProcess process, Machine machine)
{
    public OwnedProcess Process => process;

    public Tray Tray { get; } = new(machine, process);

    public Task LogsAsync(string text) => LogsAsync(text, TimeSpan.FromSeconds(30));

    public Task LogsAsync(string text, TimeSpan limit) => Until.TrueAsync(
        () => process.HasExited
            ? throw new InvalidOperationException($"The agent ended with {process.ExitCode}.")
            : Task.FromResult(machine.Files.Log.Contains(text, StringComparison.Ordinal)),
        $"the log says '{text}'",
        limit);

    /// <summary>As the system does at the end of a session; gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await process.SignalAsync("TERM");
        return await process.EndAsync(TimeSpan.FromSeconds(5));
    }
}

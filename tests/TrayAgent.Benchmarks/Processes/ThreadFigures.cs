using System.Globalization;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>A thread's name and how often it has gone to sleep.</summary>
internal sealed record ThreadFigures(string Name, long Switches)
{
    /// <param name="task">Its folder below /proc.</param>
    public static ThreadFigures Of(string task) => new(
        File.ReadAllText(Path.Join(task, "comm")).Trim(),
        long.Parse(Field(Path.Join(task, "status"), "voluntary_ctxt_switches"), CultureInfo.InvariantCulture));

    public static string Field(string file, string name) => File.ReadLines(file)
        .First(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split(':', 2)[1].Trim();
}

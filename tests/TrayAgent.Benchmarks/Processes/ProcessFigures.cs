using System.Globalization;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>What the kernel has counted for a process: https://man7.org/linux/man-pages/man5/proc.5.html.</summary>
internal sealed record ProcessFigures(
    double ResidentMegabytes,
    double AnonymousMegabytes,
    double? ProportionalMegabytes,
    long Ticks,
    IReadOnlyDictionary<string, ThreadFigures> Threads)
{
    private const int UserTime = 11;

    public static ProcessFigures Of(int id)
    {
        // The name in brackets may hold blanks; what follows it are numbers, the state first.
        var numbers = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
        return new ProcessFigures(
            Megabytes($"/proc/{id}/status", "VmRSS") ?? 0,
            Megabytes($"/proc/{id}/status", "RssAnon") ?? 0,
            Megabytes($"/proc/{id}/smaps_rollup", "Pss"),
            Number(numbers[UserTime]) + Number(numbers[UserTime + 1]),
            Directory.EnumerateDirectories($"/proc/{id}/task").ToDictionary(task => task, ThreadFigures.Of));
    }

    /// <summary>A thread that sleeps and runs again has switched voluntarily.</summary>
    public long WakeUpsSince(ProcessFigures before) =>
        Threads.Sum(thread => thread.Value.Switches - (before.Threads.GetValueOrDefault(thread.Key)?.Switches ?? 0));

    /// <summary>The agent is not dumpable, so only root may read its maps.</summary>
    private static double? Megabytes(string file, string name)
    {
        try
        {
            return Number(ThreadFigures.Field(file, name).Split(' ')[0]) / 1024.0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace TrayAgent.Benchmarks.Report;

/// <summary>On what the numbers were measured, and how busy it was: a number without that says nothing.</summary>
internal static class Machine
{
    public static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(2));

    public static string Describe(string loadBefore) => string.Create(
        CultureInfo.InvariantCulture,
        $"Measured {DateTime.UtcNow:yyyy-MM-dd} on {Field("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores, "
        + $"{Memory()} GB, {System()}, Linux {Environment.OSVersion.Version}, .NET {Environment.Version}; "
        + $"load before {loadBefore}, after {Load()}.");

    private static string Memory()
    {
        var kilobytes = long.Parse(Field("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture);
        return (kilobytes / 1024.0 / 1024.0).ToString("0", CultureInfo.InvariantCulture);
    }

    private static string System() => File.ReadLines("/etc/os-release")
        .FirstOrDefault(line => line.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?.Split('"')[1] ?? "Linux";

    private static string Field(string file, string name) => File.ReadLines(file)
        .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}

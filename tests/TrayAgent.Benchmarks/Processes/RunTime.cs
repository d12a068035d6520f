namespace TrayAgent.Benchmarks.Processes;

/// <summary>What one run took: wall time, and processor time of user and kernel together.</summary>
internal sealed record RunTime(double WallMilliseconds, double CpuMilliseconds, int ExitCode);

using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support.Canaries;

/// <summary>
/// Runs our program under strace, which writes down every program that it or a child starts, however short it lives: arguments
/// and environment whole. What is written lies in the machine's folder, where the search finds it.
/// </summary>
internal static class Witness
{
    /// <summary>As a grandchild of the program, which so keeps its own process and ends as it would.</summary>
    private static readonly string[] Strace = ["-D", "-f", "-qq", "--seccomp-bpf", "-e", "trace=execve", "-e", "signal=none", "-v", "-s", "100000"];

    public static OwnedProcess StartWitnessed(this Machine machine, params string[] arguments) => machine.StartProgram(
        "strace", [.. Strace, "-o", Path.Combine(machine.WitnessFolder, $"{machine.Processes.Count}"), AgentBinary.Path, .. arguments]);

    /// <summary>All that was started, a line each.</summary>
    public static IReadOnlyList<string> Started(this Machine machine) =>
        [.. Directory.GetFiles(machine.WitnessFolder).SelectMany(File.ReadLines)];
}

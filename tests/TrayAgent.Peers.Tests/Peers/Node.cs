using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Peers;

/// <summary>The AWS SDK for JavaScript, in the version that package-lock.json pins.</summary>
internal static class Node
{
    public static Task<PeerProcess> StartAsync(Machine machine) =>
        PeerProcess.StartAsync(machine.Environment, Program(), Sources.Fixture("node/peer.mjs"));

    public static async Task<Several<PeerProcess>> StartAsync(Machine machine, int count) =>
        new(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => StartAsync(machine))));

    private static string Program() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "node"))
        .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("'node' is not on the PATH. Run 'dotnet run build.cs -- install'.");
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Configs;

/// <summary>A program that reads many folders and says of each what it found: see Fixtures/read_configs.py.</summary>
/// <param name="Tool">How our notes call it.</param>
internal sealed record ConfigPeer(string Tool, string Program, params string[] Arguments)
{
    /// <summary>We read as the AWS CLI and botocore do.</summary>
    public const string Reference = "AWS CLI";

    private const string Script = "read_configs.py";

    /// <summary>With the Python that runs Debian's <c>aws</c>; the AWS CLI brings its own botocore.</summary>
    public static ConfigPeer AwsCli => new(Reference, "/usr/bin/python3", Sources.Fixture(Script), "awscli");

    public static ConfigPeer Botocore(string python) => new(Reference, python, Sources.Fixture(Script));

    public static ConfigPeer JavaScript =>
        new("JavaScript SDK", "node", Sources.Fixture("node/read_configs.mjs"));

    public static IEnumerable<ConfigPeer> All => [AwsCli, .. Botocores.Pythons.Select(Botocore), JavaScript];

    /// <summary>What it is, with its version, and what it makes of each folder.</summary>
    public async Task<(string Peer, ConfigReading[] Of)> ReadAsync(ConfigFolders folders)
    {
        var lines = await AskAsync(folders.Paths);
        Assert.Equal(folders.Paths.Length, lines.Length - 1);
        return (
            JsonNode.Parse(lines[0])!.GetValue<string>(),
            [.. lines.Skip(1).Select(line => ConfigReading.Of(JsonNode.Parse(line)!))]);
    }

    private async Task<string[]> AskAsync(IEnumerable<string> folders)
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONUTF8"] = "1", ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var folder in folders)
        {
            await process.StandardInput.WriteLineAsync(folder);
        }

        process.StandardInput.Close();
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return lines;
    }
}

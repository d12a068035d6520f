using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TrayAgent.Core.Tests.Facts.Aws;

/// <summary>What the AWS CLI installed on this machine makes of config files.</summary>
internal static class AwsCliReading
{
    public static async Task<JsonNode[]> Of(IReadOnlyList<string> folders)
    {
        var start = new ProcessStartInfo(Interpreter())
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Fixtures", "read_config.py") },
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
        return [.. lines.Select(line => JsonNode.Parse(line)!)];
    }

    /// <summary>The Python that runs Debian's <c>aws</c>; another Python on the PATH may have another botocore.</summary>
    private static string Interpreter()
    {
        const string AwsCli = "/usr/bin/aws";
        Assert.True(
            File.Exists(AwsCli),
            "'/usr/bin/aws' was not found. These tests compare with the AWS CLI v2: install it with 'apt-get install awscli'.");
        var firstLine = File.ReadLines(AwsCli).First();
        Assert.True(
            firstLine.StartsWith("#!/", StringComparison.Ordinal),
            "'/usr/bin/aws' is no Python script. These tests need Debian's package: 'apt-get install awscli'.");
        return firstLine[2..].Split(' ')[0];
    }
}

using System.Diagnostics;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Peers;

/// <summary>The botocores of this machine: Debian's, and a newer one where a Python on the PATH has it.</summary>
internal static class Botocores
{
    private static readonly Lazy<IReadOnlyList<string>> Found = new(() => [.. Candidates().Distinct().Where(HasBotocore)]);
    private static readonly Lazy<(string, string)?> FoundAwsCli1 = new(FindAwsCli1);

    /// <summary>The newest first: the program on the PATH comes before Debian's.</summary>
    public static IReadOnlyList<string> Pythons => Found.Value.Count > 0
        ? Found.Value
        : throw new FileNotFoundException("No Python of this machine has botocore. Run 'dotnet run build.cs -- install'.");

    /// <summary>The AWS CLI that is a package for any Python, which version 2 is not; null where there is none.</summary>
    public static (string Python, string Version)? AwsCli1 => FoundAwsCli1.Value;

    public static Task<PeerProcess> StartAsync(Machine machine) => StartAsync(machine, Pythons[0]);

    public static Task<PeerProcess> StartAsync(Machine machine, string python) =>
        PeerProcess.StartAsync(machine.Environment, python, Sources.Fixture("botocore_peer.py"));

    private static IEnumerable<string> Candidates()
    {
        // What is first on the PATH may be a launcher that needs variables which the tests' machines do not have.
        if (Ask("python3", "import sys; print(sys.executable)") is { } own)
        {
            yield return own;
        }

        yield return "/usr/bin/python3";
    }

    private static bool HasBotocore(string python) => Ask(python, "import botocore; print(botocore.__version__)") is not null;

    private static (string Python, string Version)? FindAwsCli1()
    {
        foreach (var python in Pythons)
        {
            if (Ask(python, "import awscli; print(awscli.__version__)") is { } version && version.StartsWith("1.", StringComparison.Ordinal))
            {
                return (python, version);
            }
        }

        return null;
    }

    private static string? Ask(string python, string script)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : null;
    }
}

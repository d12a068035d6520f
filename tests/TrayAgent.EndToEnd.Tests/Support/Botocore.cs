using System.Diagnostics;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>The newest botocore of this machine, as boto3's users have it; Debian's at least.</summary>
internal static class Botocore
{
    private const string Which = "import sys, botocore; print(sys.executable, botocore.__version__)";

    private static readonly Lazy<string> Newest = new(Find);

    /// <summary>The full path of the Python that has it; the test's own PATH does not matter.</summary>
    public static string Python => Newest.Value;

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Append("/usr/bin")
            .Select(folder => Path.Combine(folder, "python3"))
            .Where(File.Exists)
            .Distinct()
            .Select(Ask)
            .Where(found => found.Length == 2)
            .MaxBy(found => Version.Parse(found[1]))?[0]
        ?? throw new FileNotFoundException("No python3 has botocore. Run 'dotnet run build.cs -- install'.");

    private static string[] Ask(string python)
    {
        var start = new ProcessStartInfo(python, ["-c", Which]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEndAsync();
        return process.StandardOutput.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
